package kb.pdf;

/** What a page is read in. */
sealed interface Block permits Line, Rows {}
