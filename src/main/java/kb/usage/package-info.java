/**
 * What people use of the service: how often they ask, and what models took for it.
 *
 * <p>Requests are counted in fixed windows, which begin on the full minute and the full hour: one atomic addition a request
 * and nothing that drifts apart between processes. The price is known: around the turn of a window somebody may ask twice as
 * often for a moment. What is refused is counted too, and changes nothing: with the next window all begin anew.
 *
 * <p>Every call of a model is a row and part of the month's sums of its person and its tenant, written in one transaction; so are what its chat or document took, and the tallies of the day ({@link kb.activity}). Tokens are
 * what the provider reports; what it does not report is estimated and summed apart. A budget is kept by setting aside before
 * models are asked more than a question takes, and more again before each call that might go beyond it: texts have a longest length, a
 * prompt has no more tokens than bytes, and what is set aside is given back by itself when nobody does. The embedding of documents is only counted, for work once begun is finished.
 */
package kb.usage;
