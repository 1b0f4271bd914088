package kb.store;

/** The table that other tests stand on is held to the same contract as the real ones. */
class MemoryTableTest implements TableContract, TableTimeContract, TableCrowdContract, TableRecordContract {
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
