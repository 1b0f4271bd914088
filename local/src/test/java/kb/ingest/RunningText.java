package kb.ingest;

import java.util.ArrayList;
import java.util.List;
import kb.pages.Page;
import kb.pages.Span;

/** The text of all pages without their heads and feet, each white space one blank, and where each character comes from. */
final class RunningText {
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> pages = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();

    RunningText(Structure structure, List<Page> all) {
        for (var page : all) for (var body : structure.running().bodies(page)) add(page, body);
    }

    /** Where it is said, looked for from here on first, or -1. */
    int find(String said, int from) {
        var found = text.indexOf(said, from);
        return found < 0 ? text.indexOf(said) : found;
    }

    int page(int position) {
        return pages.get(position);
    }

    /** In the text of its page. */
    int place(int position) {
        return places.get(position);
    }

    private void add(Page page, Span body) {
        goOn(page.text().charAt(body.start()));
        for (int i = body.start(); i < body.end(); i++) {
            var character = page.text().charAt(i);
            if (!Character.isWhitespace(character)) append(character, page, i);
            else if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') append(' ', page, i);
        }
    }

    /** A word may be divided at the end of a page. */
    private void goOn(char next) {
        var last = text.length() - 1;
        if (last < 1) return;
        if (text.charAt(last) != '-' || !Character.isLetter(text.charAt(last - 1)) || !Character.isLowerCase(next)) {
            if (text.charAt(last) != ' ') append(' ', pages.getLast(), places.getLast());
            return;
        }
        text.setLength(last);
        pages.removeLast();
        places.removeLast();
    }

    private void append(char character, Page page, int place) {
        append(character, page.number(), place);
    }

    private void append(char character, int page, int place) {
        text.append(character);
        pages.add(page);
        places.add(place);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
