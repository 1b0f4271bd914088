package kb.chat;

import kb.search.Scope;

/** What is asked. @param strict only sentences that a quote supports are wanted */
public record Question(String text, Scope scope, boolean strict) {}
