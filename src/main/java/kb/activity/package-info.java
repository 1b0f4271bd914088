/**
 * What happened: who did what to which thing, what went wrong, and how often. Never what stands in documents, questions, answers,
 * titles or exceptions.
 *
 * <p>The transaction that changes a document or a chat writes the entry of it, too, so that whatever breaks off, the log tells of what
 * was done and of nothing else; that is why entries about documents are in the documents' table. What no transaction does is entered
 * when the request is done, under its person.
 *
 * <p>Counts go on the tallies of the five minutes and of the day, which everybody writes: they are kept out of those transactions,
 * which would hold each other up, and follow when the request is done. So each figure is read from at most 288 rows of five minutes
 * and one row for each further day, however much happened. Bookkeeping that fails breaks no request: it is logged as an error, with
 * what it was about, and counted.
 *
 * <p>Entries are kept for 90 days, tallies of five minutes for 32 days and those of days for 400. Entries name documents by their id:
 * whoever shows them looks the file's name up, so that none outlives its document.
 */
package kb.activity;
