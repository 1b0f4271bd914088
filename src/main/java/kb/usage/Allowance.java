package kb.usage;

/** What a question may take, in nano-dollars. */
interface Allowance {
    /** Where there are no budgets. */
    Allowance UNLIMITED = new Allowance() {
        @Override
        public boolean holds(long nanos) {
            return true;
        }

        @Override
        public void end() {}
    };

    /** Sets this much aside, in place of what was set aside before; whether it fits. */
    boolean holds(long nanos);

    /** Nothing more is set aside. */
    void end();
}
