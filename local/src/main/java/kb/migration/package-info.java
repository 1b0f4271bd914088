/**
 * Moves what the service before this one kept in its SQLite files into this one's stores.
 *
 * <p>Every row is taken over or listed with the reason why not. Ids are made of the old ones, so a second run finds what the first one
 * did, and one that was interrupted is simply started again. The old files are only read.
 */
package kb.migration;
