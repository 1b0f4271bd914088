/**
 * Requests that are sent again because their answer got lost: what they ask for is done once.
 *
 * <p>Who asks names a request with a key. The work under a key and the note that it is done are written in one transaction
 * where the work is a change of the same table, as a chat's turn is: both are there or neither.
 */
package kb.repeats;
