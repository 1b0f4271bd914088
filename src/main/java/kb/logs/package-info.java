/**
 * The log: one JSON object a line.
 *
 * <p>It promises to hold no token, no question, no text and no name of a document. So the message of an exception that is
 * not ours is left out, and libraries that quote what they read are silent.
 */
package kb.logs;
