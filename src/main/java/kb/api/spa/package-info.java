/**
 * The browser app of the service that this one replaces: its paths, its fields and its errors over the same services.
 *
 * <p>The app parses a PDF first, lets a person correct the chunks, and uploads these afterwards. What it parsed is kept as a draft
 * for a day, so that what is uploaded has a PDF to quote from. Another person's chat is one that nobody has: 404, where the
 * replaced service said 403 or 500.
 */
package kb.api.spa;
