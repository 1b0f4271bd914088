/**
 * What is kept of a document as objects: the PDF, the pages read from it, the chunks they were cut into.
 *
 * <p>Pages lie in groups, so that a long document is never held whole and a quote is looked up in a few pages.
 *
 * <p>The index can be built again from these without reading the PDF a second time. They are gzipped JSON with arrays for
 * words and boxes: a page has thousands, and names would be most of the bytes.
 */
package kb.files;
