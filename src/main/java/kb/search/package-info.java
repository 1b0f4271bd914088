/**
 * Finding passages by words and by meaning.
 *
 * <p>The index only suggests; what comes out is what the catalog, asked now, says may be seen. Words are cut by an analyser
 * of our own and the two rankings are joined here, so that every index ranks alike.
 *
 * <p>Of the ranking is told what helps most: neighbouring chunks of a section that both rank high become one passage, a text that
 * another document repeats word for word is left out, and a document that answers nearly as well as the best is heard among the first
 * five. None of it depends on how many passages are asked for, so a ranking's beginning is always the same.
 *
 * <p>Vectors of two models are never compared, so each model has an index of its own: a {@link kb.search.Space}. Several may
 * lie side by side while one takes another's place. Which of them serves is decided for each tenant, in the same row
 * that a search reads before and after it asks the index and that each document coming into sight changes: so one write
 * switches, a search that it crosses begins anew, and a tenant with a million documents keeps no other waiting.
 */
package kb.search;
