/**
 * What happened: who did what to which thing, what went wrong, and how often. Never what stands in documents, questions, answers,
 * titles or exceptions.
 *
 * <p>What is done in a request is written down when the request is done, under its person, in one transaction: an entry for each
 * deed, and its counts on the tallies of the five minutes and of the day. So the log and the figures agree, and each figure is
 * read from at most 288 rows of five minutes and one row for each further day, however much happened. Bookkeeping that fails breaks no
 * request: it is logged as an error, with what it was about, and counted.
 *
 * <p>Entries are kept for 90 days, tallies of five minutes for 32 days and those of days for 400. Entries name documents by their id:
 * whoever shows them looks the file's name up, so that none outlives its document.
 */
package kb.activity;
