/**
 * Finding passages by words and by meaning.
 *
 * <p>The index only suggests; what comes out is what the catalog, asked now, says may be seen. Words are cut by an analyser
 * of our own and the two rankings are joined here, so that every index ranks alike.
 *
 * <p>Vectors of two models are never compared, so each model has an index of its own: a {@link kb.search.Space}. Several may
 * lie side by side while one takes another's place. Which of them serves is decided for each tenant, in the same row
 * that a search reads before and after it asks the index and that each document coming into sight changes: so one write
 * switches, a search that it crosses begins anew, and a tenant with a million documents keeps no other waiting.
 */
package kb.search;
