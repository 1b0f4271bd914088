package kb.client;

/** Writes an answer piece by piece as it comes, and at its end what of it did not come. */
final class AnswerWriter {
    private final Terminal terminal;
    private final StringBuilder written = new StringBuilder();

    AnswerWriter(Terminal terminal) {
        this.terminal = terminal;
    }

    void piece(String text) {
        var plain = Plain.text(text);
        write(written.isEmpty() ? plain.stripLeading() : plain);
    }

    private void write(String text) {
        if (text.isEmpty()) return;
        if (written.isEmpty()) terminal.clear();
        terminal.output().print(text);
        terminal.output().flush();
        written.append(text);
    }

    /** @param content the whole answer, which is another one when it was made anew after a part of it had come */
    void end(String content) {
        var whole = Plain.text(content).strip();
        var sofar = written.toString();
        if (whole.startsWith(sofar)) write(whole.substring(sofar.length()));
        else if (!sofar.strip().equals(whole)) write("\n\n" + whole);
        end();
    }

    /** Ends the line: nothing more comes. */
    void end() {
        if (written.isEmpty()) terminal.clear();
        else terminal.output().println();
    }
}
