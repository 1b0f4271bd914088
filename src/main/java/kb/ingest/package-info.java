/**
 * From the bytes of a PDF to chunks in the index, in steps that may be cut off anywhere and begun again.
 *
 * <p>A step done twice leaves what it left once: a chunk's id follows from its document and its place in it. Chunks are
 * whole sentences of one page, because a quote must be found again on one page.
 */
package kb.ingest;
