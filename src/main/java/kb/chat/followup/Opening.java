package kb.chat.followup;

/** What a question starts with that says nothing: thanks, and the word that ties it to what was said before. */
final class Opening {
    private Opening() {}

    static Wording without(Wording wording) {
        int start = 0;
        while (start < wording.size() - 1 && isTalk(wording, start)) start++;
        return wording.after(start);
    }

    private static boolean isTalk(Wording wording, int at) {
        var word = wording.at(at);
        return word.pause() != Word.Pause.NONE
                && Grammar.isTalk(word.lower())
                && !word.in(Grammar.QUESTION)
                && wording.part(0, at).words().stream().allMatch(before -> Grammar.isTalk(before.lower()));
    }
}
