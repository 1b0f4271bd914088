/**
 * Work as messages of a queue that brings each at least once: what they say, and what is done about them.
 *
 * <p>The table alone knows what is unfinished; a message only says where to look. So one that comes twice, late or never
 * does no harm: the first finds nothing to do, and what is left lying the janitor sends again.
 */
package kb.queue;
