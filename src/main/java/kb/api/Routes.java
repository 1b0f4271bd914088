package kb.api;

import static kb.http.Access.ADMIN;
import static kb.http.Access.PUBLIC;
import static kb.http.Access.READER;
import static kb.http.Access.WRITER;
import static kb.http.Method.DELETE;
import static kb.http.Method.GET;
import static kb.http.Method.PATCH;
import static kb.http.Method.POST;
import static kb.http.Route.route;

import java.util.List;
import kb.http.Route;

/** The whole HTTP surface on one screen: verb, path, who may, what happens. A chat's routes are for its own person only. */
public final class Routes {
    private Routes() {}

    // spotless:off
    public static List<Route> of(HealthApi health, OpenApi openApi, MeApi me, DocumentsApi documents, ErasureApi erasure, SearchApi search, ChatsApi chats) {
        return List.of(
                route(GET,    "/",                                PUBLIC, health::alive),
                route(GET,    "/health",                          PUBLIC, health::alive),
                route(GET,    "/health/ready",                    PUBLIC, health::ready),
                route(GET,    "/openapi.json",                    PUBLIC, openApi::get),
                route(GET,    "/me",                              READER, me::me),

                route(POST,   "/documents",                       WRITER, documents::upload),
                route(GET,    "/documents",                       READER, documents::list),
                route(GET,    "/documents/{document_id}",         READER, documents::get),
                route(PATCH,  "/documents/{document_id}",         WRITER, documents::describe),
                route(DELETE, "/documents/{document_id}",         ADMIN,  erasure::erase),
                route(POST,   "/documents/{document_id}/retry",   WRITER, documents::retry),
                route(GET,    "/documents/{document_id}/versions", READER, documents::versions),
                route(GET,    "/documents/{document_id}/content", READER, documents::content),
                route(GET,    "/documents/{document_id}/chunks",  READER, documents::chunks),

                route(POST,   "/search",                          READER, search::search),

                route(POST,   "/chats",                           READER, chats::create),
                route(GET,    "/chats",                           READER, chats::list),
                route(DELETE, "/chats",                           READER, chats::deleteAll),
                route(GET,    "/chats/{chat_id}",                 READER, chats::get),
                route(PATCH,  "/chats/{chat_id}",                 READER, chats::rename),
                route(DELETE, "/chats/{chat_id}",                 READER, chats::delete),
                route(GET,    "/chats/{chat_id}/messages",        READER, chats::messages),
                route(POST,   "/chats/{chat_id}/messages",        READER, chats::ask));
    }
    // spotless:on
}
