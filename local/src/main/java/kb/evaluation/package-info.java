/**
 * Measures how well a set of PDFs is searched and asked about: through the routes that everybody uses, in a tenant of its own, so
 * that a figure is about the product and not about a part of it.
 */
package kb.evaluation;
