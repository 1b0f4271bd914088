/**
 * The application joined, and the outside world it runs in on AWS.
 *
 * <p>{@link kb.App} takes what it needs from outside as ports and gives back a router; it is the same for every front end,
 * so they cannot differ behind it. {@link kb.Production} is the only class here that names an adapter: whoever wants to
 * know what runs in production reads that one.
 */
package kb;
