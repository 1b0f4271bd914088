package kb.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An address lets whoever holds it read one object for a while, and nothing else. */
public interface ReadAddressContract {
    Duration HOUR = Duration.ofHours(1);
    byte[] PDF = "%PDF-1.7 and more".getBytes(StandardCharsets.UTF_8);

    ObjectStore store();

    @Test
    default void whoever_holds_an_address_reads_the_object() throws Exception {
        store().put("tenant/document/source.pdf", "application/octet-stream", PDF);

        var answer = Requests.get(store().readAddress("tenant/document/source.pdf", "tea.pdf", HOUR));

        assertEquals(200, answer.statusCode());
        assertArrayEquals(PDF, answer.body());
        assertEquals(
                "application/pdf", answer.headers().firstValue("content-type").orElse("none"));
        assertEquals(
                "attachment; filename=\"tea.pdf\"; filename*=UTF-8''tea.pdf",
                answer.headers().firstValue("content-disposition").orElse("none"));
    }

    /** RFC 6266: a plain name for those who know nothing better, and the true one after RFC 8187. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Übergrößen.pdf     | _bergr__en.pdf    | %C3%9Cbergr%C3%B6%C3%9Fen.pdf
            tea 🫖.pdf         | tea _.pdf        | tea%20%F0%9F%AB%96.pdf
            "a\\"; b=c.pdf     | _a__; b=c.pdf     | %22a%5C%22%3B%20b%3Dc.pdf
            100%25 it's + &.pdf | 100_25 it's + &.pdf | 100%2525%20it%27s%20+%20&.pdf
            漢字.pdf            | __.pdf            | %E6%BC%A2%E5%AD%97.pdf""")
    default void a_browser_saves_it_under_its_name(String filename, String plain, String encoded) throws Exception {
        store().put("tenant/named/source.pdf", "application/pdf", PDF);

        var answer = Requests.get(store().readAddress("tenant/named/source.pdf", filename, HOUR));

        assertEquals(200, answer.statusCode());
        assertEquals(
                "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(plain, encoded),
                answer.headers().firstValue("content-disposition").orElse("none"));
    }

    @Test
    default void an_address_opens_no_other_object() throws Exception {
        store().put("tenant/one/source.pdf", "application/pdf", PDF);
        store().put("tenant/two/source.pdf", "application/pdf", PDF);
        var address =
                store().readAddress("tenant/one/source.pdf", "tea.pdf", HOUR).toString();
        assertEquals(200, status(address));
        assertEquals(403, status(address.replace("/one/", "/two/")));
        assertEquals(403, status(address.replace("tenant/one/source.pdf", "")));
        assertEquals(403, status(address.replace("/one/", "/three/")));
    }

    @Test
    default void an_address_that_was_changed_opens_nothing() throws Exception {
        store().put("tenant/changed/source.pdf", "application/pdf", PDF);
        var address = store().readAddress("tenant/changed/source.pdf", "tea.pdf", HOUR)
                .toString();
        var last = address.charAt(address.length() - 1);
        assertTrue(address.matches(".*&X-Amz-Signature=[0-9a-f]{64}"), address);
        assertEquals(200, status(address));
        assertEquals(403, status(address.substring(0, address.length() - 1) + (last == '0' ? '1' : '0')));
        assertEquals(403, status(address.replace("X-Amz-Expires=3600", "X-Amz-Expires=36000")));
        assertEquals(403, status(address.replace("tea.pdf", "page.html")));
        assertEquals(403, status(address.replace("application%2Fpdf", "text%2Fhtml")));
    }

    @Test
    default void an_address_ends_with_its_time() {
        store().put("tenant/brief/source.pdf", "application/pdf", PDF);
        var address = store().readAddress("tenant/brief/source.pdf", "tea.pdf", Duration.ofSeconds(1))
                .toString();
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            while (status(address) == 200) Thread.onSpinWait();
        });
    }

    @Test
    default void nothing_is_read_without_a_signature() throws Exception {
        store().put("tenant/signed/source.pdf", "application/pdf", PDF);
        var address =
                store().readAddress("tenant/signed/source.pdf", "tea.pdf", HOUR).toString();
        var bare = address.substring(0, address.indexOf('?'));
        for (var path : List.of(bare, bare.replace("/tenant/signed/source.pdf", "/"), bare + "?acl")) {
            assertEquals(403, status(path), path);
        }
    }

    @Test
    default void an_address_to_read_neither_writes_nor_deletes() throws Exception {
        store().put("tenant/kept/source.pdf", "application/pdf", PDF);
        var address = store().readAddress("tenant/kept/source.pdf", "tea.pdf", HOUR);
        for (var method : List.of("PUT", "POST", "DELETE")) {
            var status = Requests.send(method, address, Map.of()).statusCode();
            assertTrue(status >= 400 && status < 500, method + " " + status);
        }
        assertArrayEquals(PDF, store().get("tenant/kept/source.pdf").orElseThrow());
    }

    private static int status(String address) throws Exception {
        return Requests.get(URI.create(address)).statusCode();
    }
}
