package kb.repeats;

import kb.store.Key;

/** One try to do what was asked for under a key. @param request what was asked for, hashed */
public record Attempt(Key key, String request, String id) {}
