/**
 * Each feature in HTTP's words: a request becomes a record or a complaint, a result becomes a response.
 *
 * <p>Nothing is decided here that another door to the same services would have to decide again. What callers see has types
 * of its own, so that a change to a stored record changes no answer by accident.
 */
package kb.api;
