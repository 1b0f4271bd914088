/**
 * The browser app of the service that this one replaces: its paths, its fields and its errors over the same services.
 *
 * <p>{@code max_sources} was passed over there, and is here; so is {@code include_context}, for no answer comes from anywhere but the documents.
 *
 * <p>The app parses a PDF first, lets a person correct the chunks, and uploads these afterwards. What it parsed is kept as a draft
 * for a day, so that what is uploaded has a PDF to quote from. Another person's chat is one that
 * nobody has, whatever is asked of it: 404, also where the replaced service said 403 and so told strangers which chats there are.
 * Where that service failed by mistake (a 500 for a question in a chat that is not there, a 200 for an answer that its model did not
 * give) this one says what is the matter.
 */
package kb.api.spa;
