package kb.api;

import static kb.api.Rates.CHAT;
import static kb.api.Rates.SEARCH;
import static kb.api.Rates.UPLOAD;
import static kb.http.Access.ADMIN;
import static kb.http.Access.PUBLIC;
import static kb.http.Access.READER;
import static kb.http.Access.WRITER;
import static kb.http.Method.DELETE;
import static kb.http.Method.GET;
import static kb.http.Method.PATCH;
import static kb.http.Method.POST;
import static kb.http.Method.PUT;

import java.util.List;
import java.util.stream.Stream;
import kb.api.spa.SpaApi;
import kb.api.spa.SpaErrors;
import kb.http.Route;

/** The whole HTTP surface on one screen: verb, path, who may, in how many seconds, what happens, how often if not as usual, and whether that happens once when it is asked for again. A chat's routes are for its own person only. */
public final class Routes {
    private Routes() {}

    // spotless:off
    public static List<Route> of(
            Within within, Once once, HealthApi health, OpenApi openApi, WebPageApi page, MeApi me, DocumentsApi documents, PagesApi pages, UploadsApi uploads, ErasureApi erasure, SearchApi search, ChatsApi chats, ChatRecordsApi records, UsageApi usage, AdminApi admin, OpenAiApi openAi, McpApi mcp, SpaApi spa) {
        return Stream.concat(own(within, once, health, openApi, page, me, documents, pages, uploads, erasure, search, chats, records, usage, admin), doors(within, openAi, mcp, spa)).toList();
    }

    private static Stream<Route> own(
            Within within, Once once, HealthApi health, OpenApi openApi, WebPageApi page, MeApi me, DocumentsApi documents, PagesApi pages, UploadsApi uploads, ErasureApi erasure, SearchApi search, ChatsApi chats, ChatRecordsApi records, UsageApi usage, AdminApi admin) {
        return Stream.of(
                within.route(GET,    "/",                                 PUBLIC,  1, page.or(health::alive)),
                within.route(GET,    "/docs",                             PUBLIC,  1, page::docs),
                within.route(GET,    "/page/{build}/{file}",              PUBLIC,  1, page::file),
                within.route(GET,    "/health",                           PUBLIC,  1, health::alive),
                within.route(GET,    "/health/ready",                     PUBLIC,  5, health::ready),
                within.route(GET,    "/openapi.json",                     PUBLIC,  1, openApi::get),
                within.route(GET,    "/me",                               READER,  1, me::me),
                within.route(GET,    "/usage",                            READER,  5, usage::usage),

                within.route(POST,   "/documents",                        WRITER, 30, uploads::upload).limitedTo(UPLOAD),
                within.route(POST,   "/documents/uploads",                WRITER,  5, once.of(uploads::announce, uploads::announced)).limitedTo(UPLOAD),
                within.route(POST,   "/documents/uploads/{document_id}/complete", WRITER, 5, uploads::complete),
                within.route(GET,    "/documents",                        READER,  5, documents::list),
                within.route(GET,    "/documents/{document_id}",          READER, 25, documents::get),
                within.route(PATCH,  "/documents/{document_id}",          WRITER,  5, documents::describe),
                within.route(DELETE, "/documents/{document_id}",          ADMIN,  15, erasure::erase),
                within.route(POST,   "/documents/{document_id}/retry",    WRITER,  5, documents::retry),
                within.route(GET,    "/documents/{document_id}/versions", READER,  5, documents::versions),
                within.route(GET,    "/documents/{document_id}/content",  READER,  5, documents::content),
                within.route(GET,    "/documents/{document_id}/chunks",   READER,  5, documents::chunks),
                within.route(GET,    "/documents/{document_id}/coverage", READER,  5, documents::coverage),
                within.route(GET,    "/documents/{document_id}/outline",  READER,  5, documents::outline),
                within.route(GET,    "/documents/{document_id}/pages/{page}", READER, 20, pages::picture),

                within.route(GET,    "/admin/health",                     ADMIN,   5, admin.health()::health),
                within.route(GET,    "/admin/weaviate-documents",         ADMIN,   5, admin.documents()::indexed),
                within.route(GET,    "/admin/documents",                  ADMIN,   5, admin.documents()::processed),
                within.route(GET,    "/admin/chat-stats",                 ADMIN,   5, admin.figures()::chatStats),
                within.route(GET,    "/admin/costs",                      ADMIN,   5, admin.figures()::costs),
                within.route(GET,    "/admin/stats",                      ADMIN,   5, admin.figures()::stats),
                within.route(GET,    "/admin/errors",                     ADMIN,   5, admin.log()::errors),
                within.route(GET,    "/admin/activity-logs",              ADMIN,   5, admin.log()::activity),

                within.route(POST,   "/search",                           READER, 10, search::search).limitedTo(SEARCH),

                within.route(POST,   "/chats",                            READER,  5, chats::create),
                within.route(GET,    "/chats",                            READER,  5, chats::list),
                within.route(DELETE, "/chats",                            READER, 30, chats::deleteAll),
                within.route(GET,    "/chats/{chat_id}",                  READER,  5, chats::get),
                within.route(PATCH,  "/chats/{chat_id}",                  READER,  5, chats::rename),
                within.route(DELETE, "/chats/{chat_id}",                  READER,  5, chats::delete),
                within.route(GET,    "/chats/{chat_id}/export",           READER, 10, records::export),
                within.route(GET,    "/chats/{chat_id}/messages",         READER,  5, chats::messages),
                within.route(POST,   "/chats/{chat_id}/messages",         READER, 60, once.of(chats::ask, chats::answered)).limitedTo(CHAT),
                within.route(POST,   "/chats/{chat_id}/messages/{message_id}/regenerate", READER, 60, once.of(chats::askAgain, chats::answered)).limitedTo(CHAT),
                within.route(PUT,    "/chats/{chat_id}/messages/{message_id}/feedback", READER, 5, records::rate));
    }

    /** The same services for other clients, each in its own words. */
    private static Stream<Route> doors(Within within, OpenAiApi openAi, McpApi mcp, SpaApi spa) {
        var itsOwn = new SpaErrors();
        var open = Stream.of(
                within.route(POST,   "/v1/chat/completions",              READER, 60, openAi::complete).limitedTo(CHAT).speaking(new OpenAiErrors()),
                within.route(GET,    "/v1/models",                        READER,  1, openAi::models).speaking(new OpenAiErrors()),
                within.route(POST,   "/mcp",                              READER, 60, mcp::post).limitedTo(CHAT).speaking(new JsonRpc()));
        var app = Stream.of(
                within.route(POST,   "/pdf/parse-pdf",                    WRITER, 60, spa.parsing()::parse).limitedTo(UPLOAD).taking(spa.parsingGuest()),
                within.route(POST,   "/kb/upload-to-kb",                  WRITER, 30, spa.uploads()::upload).limitedTo(UPLOAD),
                within.route(GET,    "/kb/list-kb",                       READER,  5, spa.library()::list).taking(spa.readingGuest()),
                within.route(GET,    "/kb/document-versions/{file_name}", READER,  5, spa.library()::versions).taking(spa.readingGuest()),
                within.route(DELETE, "/kb/delete/{doc_id}",               ADMIN,  15, spa.library()::delete),
                within.route(POST,   "/chat/session/new",                 READER, 60, spa.asking()::begin).limitedTo(CHAT),
                within.route(POST,   "/chat/message",                     READER, 60, spa.asking()::message).limitedTo(CHAT),
                within.route(GET,    "/chat/sessions",                    READER,  5, spa.chats()::list),
                within.route(GET,    "/chat/session/{session_id}",        READER,  5, spa.chats()::get),
                within.route(DELETE, "/chat/session/{session_id}",        READER,  5, spa.chats()::delete),
                within.route(GET,    "/chat/session/{session_id}/history", READER, 5, spa.chats()::history),
                within.route(PATCH,  "/chat/session/{session_id}/title",  READER,  5, spa.chats()::rename),
                within.route(GET,    "/chat/session/{session_id}/tokens", READER,  5, spa.totals()::ofSession),
                within.route(GET,    "/chat/user/tokens",                 READER, 10, spa.totals()::ofUser),
                within.route(GET,    "/chat/quota",                       READER,  1, spa.totals()::quota));
        return Stream.concat(open, app.map(route -> route.speaking(itsOwn)));
    }
    // spotless:on
}
