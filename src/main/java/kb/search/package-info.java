/**
 * Finding passages by words and by meaning.
 *
 * <p>The index only suggests; what comes out is what the catalog, asked now, says may be seen. Words are cut by an analyser
 * of our own and the two rankings are joined here, so that every index ranks alike.
 *
 * <p>How the two rankings are joined was chosen on questions of our own about fictional filings, handbooks, brochures and claims and
 * about real manuals, half of each set at a time, and then only measured on others' questions. Each leg's scores are scaled to 0…1 and
 * summed. The keyword leg weighs half at most, and the less the fewer of the question's words its best hit has, because a question in
 * other words than the document's makes it the weak leg. A question that names some of the documents, by words of their files' names
 * that no others speak of, means these: passages of others keep a part of their score, and both legs look in the named ones for what
 * else the question says, since a name stands on all of a document's pages or on none. A leg that is asked for alone has neither.
 * NDCG@10 of keywords alone, vectors alone and the two joined, as {@code task eval:ours} prints it for the sets that are ours to ship:
 * filings .24, .25, .70; handbooks .32, .53, .65; brochures and claims .56, .79, .83.
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
