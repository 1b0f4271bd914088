package kb.masking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {
    private static final String BASE64 = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj";

    /** Whole, and nothing of what stands around it. */
    private static void assertMasked(String secret) {
        for (var around :
                List.of("%s", "It is %s.", "(%s)", "Number: %s\nNext line 12", "\"%s\", and 42 more", "a\t%s\tb")) {
            var text = around.formatted(secret);
            var masked = Masking.SENSITIVE.of(text);
            assertEquals(around.formatted(secret.replaceAll("[^\\s\\x{A0}]", "▓")), masked);
            assertTrue(Masking.SENSITIVE.isIn(masked));
            assertEquals(masked, Masking.SENSITIVE.of(masked));
            assertEquals(text, Masking.NONE.of(text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-abcdefghijklmnopqrstuvwxyz123456",
                "sk-proj-Ab12_cd34-Ef56gh78Ij90kl12",
                "sk-ant-api03-Ab12cd34Ef56gh78Ij90kl12",
                "sk_live_4eC39HqLyjWDarjtT1zdp7dc",
                "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
                "github_pat_11ABCDEFG0abcdefghijkl_mnopqrstuvwxyz0123456789",
                "glpat-ABCdefGHIjklMNOpqrST",
                "xoxb-123456789012-abcdefGHIJKL",
                "AIzaSyA-1234567890abcdefghijklmnopqrstu",
                "npm_abcdefghijklmnopqrstuvwxyz0123456789",
                "hf_abcdefghijklmnopqrstuvwxyzABCDEFGH",
                "SG.abcdefghijklmnop1234.abcdefghijklmnop1234",
                "AKIAIOSFODNN7EXAMPLE",
                "ASIAIOSFODNN7EXAMPLE",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ3cmVuIn0."
            })
    void keys_are_masked(String key) {
        if (key.endsWith(".")) assertEquals("▓".repeat(key.length()), Masking.SENSITIVE.of(key));
        else assertMasked(key);
    }

    @Test
    void a_key_that_somebody_names_is_masked_whatever_it_looks_like() {
        assertEquals(
                "aws_secret_access_key = ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓",
                Masking.SENSITIVE.of("aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"));
        assertEquals("API key: \"▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓\"", Masking.SENSITIVE.of("API key: \"a1b2c3d4e5f6a7b8c\""));
        assertEquals(
                "The access token is ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓",
                Masking.SENSITIVE.of("The access token is 9f8e7d6c5b4a39281x"));
    }

    @Test
    void a_private_key_is_masked_whole_and_in_part() {
        var lines = (BASE64 + "\n").repeat(3) + "Zm9vYmFy";
        var key = "-----BEGIN RSA PRIVATE KEY-----\n" + lines + "\n-----END RSA PRIVATE KEY-----";
        assertMasked(key);
        for (var part : List.of(
                key.substring(0, 120),
                key.substring(60),
                lines,
                lines.replace('\n', ' '),
                key.substring(key.length() - 60))) {
            assertFalse(Masking.SENSITIVE.of(part).matches("(?s).*[A-Za-z0-9]{3}.*"), part);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "4111 1111 1111 1111",
                "4111-1111-1111-1111",
                "4111\u00a01111\u00a01111\u00a01111",
                "5555 5555 5555 4444",
                "2223003122003222",
                "378282246310005",
                "3782 822463 10005",
                "6011111111111117",
                "3056 930902 5904",
                "3530111333300000",
                "6205 5000 0000 0000 004"
            })
    void cards_are_masked(String card) {
        assertMasked(card);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123-45-6789",
                "AB 12 34 56 C",
                "AB123456C",
                "DE89 3704 0044 0532 0130 00",
                "DE89370400440532013000",
                "GB29 NWBK 6016 1331 9268 19",
                "NO9386011117947",
                "2 55 08 14 168 025 38",
                "255081416802538",
                "12345678Z",
                "X1234567L",
                "RSSMRA85T10A562S",
                "529.982.247-25"
            })
    void national_ids_are_masked(String id) {
        assertMasked(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111 1111 1111 1112",
                "4111 1111 11 111111",
                "4111111111111111111111",
                "0.4111111111111111",
                "2024 2025 2026 2027",
                "4012\t8888\t8888\t1881",
                "1234567890123456",
                "0000000000000000",
                "978-3-16-148410-0",
                "ISBN 9783161484100",
                "+49 30 1234567",
                "555-12-34567",
                "000-12-3456",
                "912-34-5678",
                "123-45-6789-0",
                "INV-2024/0815",
                "GB29 NWBK 6016 1331 9268 18",
                "AB12 is not an IBAN and AB123456X no insurance number",
                "12345678A",
                "529.982.247-24",
                "RSSMRA85T10A562T",
                "2 55 08 14 168 025 39",
                "192.168.100.254",
                "2026-11-29T10:42:13Z",
                "0187c9a8-1b2c-7d3e-8f40-123456789abc",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "sk-learn and the task-force of risk-assessment-in-organisations",
                "The API key is kept in the safe. An access token: see page 12.",
                "the secret key: keep-it-in-the-drawer-please",
                "Documents/Reports/2024/AnnualReportFinalVersion",
                "-----BEGIN PUBLIC KEY-----",
                "AKIAhello",
                "eyJ is how such tokens begin",
                "$4,111,111,111,111,111.00"
            })
    void what_only_looks_like_one_stays(String text) {
        for (var around : List.of("%s", "It is %s.", "(%s)")) {
            assertEquals(around.formatted(text), Masking.SENSITIVE.of(around.formatted(text)));
        }
        assertFalse(Masking.SENSITIVE.isIn(text));
    }
}
