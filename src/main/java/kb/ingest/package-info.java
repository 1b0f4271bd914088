/**
 * From the bytes of a PDF to chunks in the index, in steps that may be cut off anywhere and begun again.
 *
 * <p>A step done twice leaves what it left once: a chunk's id follows from its document and its place in it. Chunks are
 * whole sentences of one page, because a quote must be found again on one page.
 *
 * <p>A change over to another index ({@link kb.ingest.Migration}) needs no pause of anything. A worker may let its document
 * come into sight only in the indexes that the tenant's row names at that moment, so from the write that names the next
 * index on all that is new is in both, and one pass over the rest is enough, however long it takes.
 */
package kb.ingest;
