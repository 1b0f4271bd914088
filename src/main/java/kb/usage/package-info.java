/**
 * What people use of the service: how often they ask.
 *
 * <p>Requests are counted in fixed windows, which begin on the full minute and the full hour: one atomic addition a request
 * and nothing that drifts apart between processes. The price is known: around the turn of a window somebody may ask twice as
 * often for a moment. What is refused is counted too, and changes nothing: with the next window all begin anew.
 */
package kb.usage;
