/**
 * What a person does with a service from a terminal: through the routes that everybody uses, so that it works with the twin, with
 * Lambda and with whatever speaks the same way.
 *
 * <p>Nothing is kept on this side. Whoever is interrupted starts again, and the service says what it has already.
 */
package kb.client;
