package kb.chat;

import kb.search.Passage;

/** A sentence of a passage that may answer the question, as the index has it: not yet checked against the page. */
record Candidate(Passage passage, String text) {}
