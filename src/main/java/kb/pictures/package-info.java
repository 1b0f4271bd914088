/**
 * Pictures of pages, for people who want to see where a passage stands.
 *
 * <p>A picture is drawn when it is first wanted and kept among the document's objects, so it goes with the document. Whoever kept
 * one looks at the catalog again: a document that was erased meanwhile keeps nothing.
 */
package kb.pictures;
