package kb.activity;

import java.util.Optional;
import kb.store.Order;
import kb.store.Table;

/** All of the log of a day, as it is stored. */
final class StoredLog {
    private StoredLog() {}

    static String of(Table table) {
        return table.query("activity#mill#2026-01-02", "", Order.ASCENDING, 1_000, Optional.empty())
                .items()
                .toString();
    }
}
