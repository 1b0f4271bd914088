package kb;

import static kb.ApiContract.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import kb.http.Access;
import kb.http.Dialect;
import org.junit.jupiter.api.Test;

/** Who may do what, and what the others are told. */
public interface AccessContract extends Contract {
    @Test
    default void a_caller_is_told_who_it_is() throws Exception {
        var me = as("manager").get("/me").json();
        assertEquals("wren", me.get("id").textValue());
        assertEquals("manager", me.get("role").textValue());
        assertTrue(me.get("tenant").textValue().startsWith("tenant-"));
    }

    @Test
    default void every_route_but_the_public_ones_wants_a_token() throws Exception {
        for (var route : twin().app().router().table()) {
            var target = route.path().replaceAll("\\{[a-z_]+}", "00000000-0000-7000-8000-000000000000");
            var reply = anonymously(route.method().name(), target);
            if (route.access() == Access.PUBLIC) {
                assertEquals(route.path().contains("{") ? 404 : 200, reply.status(), target);
            } else {
                if (route.dialect() == Dialect.OURS) assertProblem(401, "unauthenticated", reply);
                assertEquals(401, reply.status(), target);
                assertEquals("Bearer", reply.header("www-authenticate").orElseThrow());
            }
        }
    }

    @Test
    default void a_bad_token_is_refused_everywhere_alike() throws Exception {
        for (var token : List.of(
                "nonsense", twin().expiredToken("t1", "wren", "admin"), twin().foreignToken("t1", "wren", "admin"))) {
            assertProblem(
                    401,
                    "unauthenticated",
                    anonymously("GET", "/documents", Map.of("authorization", "Bearer " + token)));
        }
        assertProblem(
                401, "unauthenticated", anonymously("GET", "/me", Map.of("authorization", "Basic d3JlbjpzZWNyZXQ=")));
    }

    @Test
    default void a_role_that_is_too_low_is_refused() throws Exception {
        assertProblem(403, "forbidden", as("user").upload("guide.pdf", Pdfs.of("Hello.")));
        assertEquals(202, as("admin").upload("guide.pdf", Pdfs.of("Hello.")).status());
    }

    @Test
    default void header_names_may_have_any_case_and_cookies_are_no_credentials() throws Exception {
        var token = "Bearer " + twin().token("t1", "wren", "user");
        assertEquals(
                200, anonymously("GET", "/me", Map.of("AUTHORIZATION", token)).status());
        assertEquals(
                401,
                anonymously("GET", "/me", Map.of("cookie", "authorization=" + token + "; a=b"))
                        .status());
    }

    @Test
    default void nothing_is_stored_for_whom_nobody_knows() throws Exception {
        var writer = as("manager");
        var tenant = writer.get("/me").json().get("tenant").textValue();
        var form = Client.form("file", "guide.pdf", Pdfs.of("Hello."));
        for (var token : List.of(
                twin().expiredToken(tenant, "wren", "admin"),
                twin().foreignToken(tenant, "wren", "admin"),
                "nonsense")) {
            var headers = Map.of(
                    "authorization",
                    "Bearer " + token,
                    "content-type",
                    "multipart/form-data; boundary=a-boundary-no-pdf-holds");
            var upload = frontEnd().send(new FrontEnd.Call("POST", "/documents", headers, form));
            assertProblem(401, "unauthenticated", upload);
            assertProblem(
                    401, "unauthenticated", anonymously("POST", "/chats", Map.of("authorization", "Bearer " + token)));
        }
        assertProblem(403, "forbidden", writer.in("user").upload("guide.pdf", Pdfs.of("Hello.")));
        assertEquals(List.of(), ApiContract.ids(writer.get("/documents"), "document_id"));
        assertEquals(List.of(), ApiContract.ids(writer.get("/chats"), "chat_id"));
    }
}
