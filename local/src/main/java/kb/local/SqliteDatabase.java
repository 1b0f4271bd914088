package kb.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import kb.outside.Deadline;
import kb.outside.Part;
import kb.outside.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * One SQLite file with one writer and a few readers.
 *
 * <p>What a write acknowledged is on the disk: it survives a killed process and a power cut (write-ahead log, synced at
 * each commit). Readers never wait for the writer.
 */
public final class SqliteDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteDatabase.class);
    private static final int READERS = 4;
    /** How long anyone waits for the writer, for a reader, or for another process that has the file. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path file;
    private final SqliteSession writer;
    private final ReentrantLock writing = new ReentrantLock();
    private final BlockingQueue<SqliteSession> readers = new ArrayBlockingQueue<>(READERS);
    private final List<SqliteSession> sessions = new ArrayList<>();

    /** @throws IllegalStateException when the file cannot be created or written, and says which */
    public SqliteDatabase(Path file) {
        this.file = file.toAbsolutePath();
        try {
            Files.createDirectories(this.file.getParent());
            Private.file(this.file); // SQLite gives the files beside it the same rights
            for (var beside : List.of("-wal", "-shm")) {
                var left = this.file.resolveSibling(this.file.getFileName() + beside);
                if (Files.exists(left)) Private.file(left);
            }
            writer = connect(false);
            for (var i = 0; i < READERS; i++) readers.add(connect(true));
        } catch (IOException | SQLException cause) {
            close();
            throw new IllegalStateException(sentence(cause).formatted(this.file), cause);
        }
    }

    private static String sentence(Exception cause) {
        if (!(cause instanceof SQLiteException known))
            return "cannot write the database %s: give its folder space and rights";
        return switch (known.getResultCode()) {
            case SQLITE_BUSY, SQLITE_LOCKED -> "another program uses the database %s: stop it first";
            default ->
                "cannot use the database %s (" + known.getResultCode().name()
                        + "): put a copy of it there, or set DATA_DIR to another folder";
        };
    }

    private SqliteSession connect(boolean reader) throws SQLException {
        var config = new SQLiteConfig();
        config.setBusyTimeout((int) PATIENCE.toMillis());
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        var session = new SqliteSession(config.createConnection("jdbc:sqlite:" + file));
        sessions.add(session);
        if (reader) session.execute("PRAGMA query_only = 1");
        return session;
    }

    /** Sees every transaction that was written before. */
    <T> T read(Work<T> work) {
        try {
            var session = readers.poll(nanosLeft(), TimeUnit.NANOSECONDS);
            if (session == null) throw late("no reader came free");
            try {
                return reading(session, work);
            } finally {
                readers.add(session);
            }
        } catch (SQLException cause) {
            throw unavailable(cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new Unavailable(Part.TABLE, cause);
        }
    }

    private static <T> T reading(SqliteSession session, Work<T> work) throws SQLException {
        try {
            busy(session);
            return work.on(session);
        } catch (SQLException | RuntimeException | Error cause) {
            session.forget(cause);
            throw cause;
        }
    }

    /** As {@link #read}, and all of it as it stood at one moment. */
    <T> T readAtOnce(Work<T> work) {
        return read(session -> {
            session.execute("BEGIN");
            try {
                return work.on(session);
            } finally {
                session.execute("COMMIT");
            }
        });
    }

    /** One transaction: committed when the work returns, undone when it throws. */
    <T> T write(Work<T> work) {
        try {
            if (!writing.tryLock(nanosLeft(), TimeUnit.NANOSECONDS)) throw late("the writer did not come free");
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new Unavailable(Part.TABLE, cause);
        }
        try {
            busy(writer);
            // takes the write lock now, so that no transaction fails half-way for want of it
            writer.execute("BEGIN IMMEDIATE");
            var result = work.on(writer);
            writer.execute("COMMIT");
            return result;
        } catch (SQLException cause) {
            undo(cause);
            throw unavailable(cause);
        } catch (RuntimeException | Error cause) {
            undo(cause);
            throw cause;
        } finally {
            writing.unlock();
        }
    }

    private static long nanosLeft() {
        return Deadline.left(Part.TABLE, PATIENCE).toNanos();
    }

    /** The file may be another process's for a while. */
    private static void busy(SqliteSession session) throws SQLException {
        session.setPatience((int) Deadline.left(Part.TABLE, PATIENCE).toMillis());
    }

    private static Unavailable late(String why) {
        return new Unavailable(Part.TABLE, new TimeoutException(why));
    }

    private void undo(Throwable cause) {
        writer.forget(cause);
        try {
            // a full disk ends the transaction by itself
            writer.execute("ROLLBACK");
        } catch (SQLException also) {
            cause.addSuppressed(also);
        }
    }

    private Unavailable unavailable(SQLException cause) {
        if (cause instanceof SQLiteException known && known.getResultCode() == SQLiteErrorCode.SQLITE_FULL) {
            LOG.error("the disk of {} is full", file);
        }
        return new Unavailable(Part.TABLE, cause);
    }

    /** Folds the write-ahead log into the file. */
    @Override
    public void close() {
        for (var session : sessions.reversed()) {
            try {
                session.connection().close();
            } catch (SQLException cause) {
                LOG.warn("{} was not closed cleanly", file, cause);
            }
        }
    }

    /** Something to do with a connection. */
    interface Work<T> {
        T on(SqliteSession session) throws SQLException;
    }
}
