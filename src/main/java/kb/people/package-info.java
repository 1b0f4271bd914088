/**
 * Whose things they are. A tenant's id has a shape that is safe in keys, object names and queries, so it is checked once,
 * here, and never escaped.
 */
package kb.people;
