package kb.migration;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The SQLite files of the replaced service, made by its schema. */
public final class OldService implements AutoCloseable {
    private final Connection chats;
    private final Connection documents;

    public OldService(Path folder) throws SQLException {
        chats = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("chat_sessions.db"));
        documents = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("documents.db"));
        run(chats, """
                CREATE TABLE sessions (session_id TEXT PRIMARY KEY, user_id TEXT, title TEXT, created_at TEXT, updated_at TEXT,
                  message_count INTEGER, total_tokens_used INTEGER, total_cost_usd REAL, last_token_update TEXT, metadata JSON)""");
        run(chats, """
                CREATE TABLE messages (message_id TEXT PRIMARY KEY, session_id TEXT, role TEXT, content TEXT, timestamp TEXT,
                  sources JSON, metadata JSON)""");
        run(documents, """
                CREATE TABLE documents (doc_id TEXT PRIMARY KEY, file_name TEXT UNIQUE, upload_date TEXT, file_size_bytes INTEGER,
                  chunks INTEGER, uploaded_by TEXT, content_hash TEXT UNIQUE NOT NULL, page_count INTEGER, weaviate_doc_id TEXT,
                  metadata JSON, current_version INTEGER)""");
        run(documents, """
                CREATE TABLE document_versions (version_id TEXT PRIMARY KEY, doc_id TEXT, file_name TEXT, version_number INTEGER,
                  upload_date TEXT, archived_date TEXT, file_size_bytes INTEGER, chunks INTEGER, uploaded_by TEXT,
                  content_hash TEXT, page_count INTEGER, replaced_by TEXT)""");
    }

    /** @param values as SQL writes them */
    public OldService session(String values) throws SQLException {
        run(chats, "INSERT INTO sessions VALUES (" + values + ")");
        return this;
    }

    public OldService message(String values) throws SQLException {
        run(chats, "INSERT INTO messages VALUES (" + values + ")");
        return this;
    }

    public OldService document(String values) throws SQLException {
        run(documents, "INSERT INTO documents VALUES (" + values + ")");
        return this;
    }

    public OldService version(String values) throws SQLException {
        run(documents, "INSERT INTO document_versions VALUES (" + values + ")");
        return this;
    }

    private static void run(Connection file, String sql) throws SQLException {
        try (var statement = file.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        chats.close();
        documents.close();
    }
}
