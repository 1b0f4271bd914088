package kb.usage;

import kb.store.MemoryTable;
import kb.store.MovableClock;
import kb.store.Table;

class BudgetInMemoryTest implements BudgetContract {
    private final MovableClock clock = new MovableClock();
    private final Table table = new MemoryTable(clock);

    @Override
    public Table table() {
        return table;
    }

    @Override
    public MovableClock clock() {
        return clock;
    }
}
