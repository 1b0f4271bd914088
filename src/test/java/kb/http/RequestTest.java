package kb.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {
    @Test
    void header_names_are_lower_case_and_spellings_of_one_name_are_one_field() {
        var headers = new Headers(Map.of("Accept", List.of("a"), "ACCEPT", List.of("b", "c"), "X", List.of("y")));
        assertEquals(
                List.of("a", "b", "c"), headers.all("accept").stream().sorted().toList());
        assertEquals(Optional.of("y"), headers.first("x"));
        assertEquals(Optional.empty(), headers.first("z"));
        assertEquals(List.of(), headers.all("z"));
        assertEquals(new Headers(Map.of("a", List.of("b"))), Headers.of(Map.of("A", "b")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "application/json                  | application/json",
                "Application/JSON; charset=UTF-8   | application/json",
                "multipart/form-data ;boundary=a;b | multipart/form-data",
                "null                              | ''",
                "''                                | ''"
            })
    void a_media_type_is_read_without_its_parameters(String header, String type) {
        var request = Sent.get("/");
        assertEquals(type, (header == null ? request : Sent.with(request, "content-type", header)).mediaType());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/event-stream                   | true",
                "text/event-stream, application/json | true",
                "TEXT/EVENT-STREAM                   | true",
                "application/json, text/event-stream | false",
                "application/json                    | false",
                "*/*                                 | false",
                "text/event-stream;q=0               | false",
                "text/event-stream; q=0.000          | false",
                "text/event-stream;q=0.1             | true",
                "text/event-stream;q=0.5, application/json | false",
                "application/json;q=0.5, text/event-stream | true",
                "text/event-stream;charset=utf-8;q=1.0, application/json;q=1 | true",
                "text/event-streams                  | false"
            })
    void the_media_type_of_more_weight_is_preferred_or_else_the_one_that_stands_first(String accept, boolean stream) {
        var request = Sent.with(Sent.get("/"), "accept", accept);
        assertEquals(stream, request.prefers("text/event-stream", "application/json"));
    }

    @Test
    void without_an_accept_field_nothing_is_preferred() {
        assertEquals(false, Sent.get("/").prefers("application/json", "application/pdf"));
    }

    @Test
    void cookies_of_all_fields_are_read_and_the_first_of_a_name_wins() {
        var request = Sent.with(Sent.get("/"), "cookie", "a=1; b=x=y;c", "a=2; d=");
        assertEquals(Map.of("a", "1", "b", "x=y", "d", ""), request.cookies());
        assertEquals(Map.of(), Sent.get("/").cookies());
    }

    @Test
    void a_request_as_text_has_no_query_no_header_and_no_body() {
        var request = new Request(
                "GET",
                "/a",
                "filename=swordfish",
                Headers.of(Map.of("authorization", "swordfish")),
                Bytes.ofText("swordfish"));
        assertEquals("GET /a", request.toString());
        assertEquals("[authorization]", request.headers().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc-123", "A.b_c", "1"})
    void a_plain_request_id_is_kept(String id) {
        assertEquals(
                Optional.of(id), Sent.with(Sent.get("/"), "x-request-id", id).requestId());
        assertEquals(
                64,
                Sent.with(Sent.get("/"), "x-request-id", "x".repeat(64))
                        .requestId()
                        .orElseThrow()
                        .length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "a\nb", "a<b>", "é", "{}"})
    void any_other_request_id_is_none(String id) {
        assertEquals(
                Optional.empty(), Sent.with(Sent.get("/"), "x-request-id", id).requestId());
        assertEquals(
                Optional.empty(),
                Sent.with(Sent.get("/"), "x-request-id", "x".repeat(65)).requestId());
    }
}
