package kb.activity;

import kb.store.MemoryTable;
import kb.store.MovableClock;
import kb.store.Table;

class FiguresInMemoryTest implements FiguresContract, EntriesContract {
    private final MovableClock clock = new MovableClock();
    private final Table table = new MemoryTable(clock);

    @Override
    public MovableClock clock() {
        return clock;
    }

    @Override
    public Table table() {
        return table;
    }
}
