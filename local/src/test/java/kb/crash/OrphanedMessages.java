package kb.crash;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Messages of chats that are not there, counted in the file itself: nothing in the service leads to them. */
final class OrphanedMessages {
    private static final String COUNT = """
            SELECT count(*) FROM "chats" message
            WHERE CAST(message.partition AS TEXT) LIKE 'messages#%'
            AND CAST(message.sort AS TEXT) LIKE 'message#%'
            AND NOT EXISTS (
                SELECT 1 FROM "chats" chat
                WHERE CAST(chat.sort AS TEXT) = 'chat#' || substr(CAST(message.partition AS TEXT), -36)
            )""";

    private OrphanedMessages() {}

    static int in(Path data) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("kb.db"));
                var statement = connection.createStatement();
                var count = statement.executeQuery(COUNT)) {
            return count.getInt(1);
        }
    }
}
