/**
 * Finding passages by words and by meaning.
 *
 * <p>The index only suggests; what comes out is what the catalog, asked now, says may be seen. Words are cut by an analyser
 * of our own and the two rankings are joined here, so that every index ranks alike.
 */
package kb.search;
