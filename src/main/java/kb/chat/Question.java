package kb.chat;

import kb.search.Selection;

/** What is asked. @param strict only sentences that a quote supports are wanted */
public record Question(String text, Selection selection, boolean strict) {}
