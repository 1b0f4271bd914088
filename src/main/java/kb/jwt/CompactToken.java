package kb.jwt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A token taken apart (RFC 7515, 7.1: the compact form), not yet believed.
 *
 * @param header a JSON object
 * @param payload a JSON object
 */
record CompactToken(SignedText text, JsonNode header, JsonNode payload) {
    /** Ours to choose: issuers nest three or four levels. */
    private static final int DEEPEST = 32;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static CompactToken parse(String text) {
        var parts = text.split("\\.", -1);
        if (parts.length != 3) throw Refusal.FORM.exception();
        var header = decoded(parts[0]);
        var payload = decoded(parts[1]);
        decoded(parts[2]);
        return new CompactToken(
                new SignedText(parts[0], parts[1], parts[2]),
                object(header, Refusal.HEADER),
                object(payload, Refusal.PAYLOAD));
    }

    /** One sequence of bytes has one spelling: what re-encodes to something else was tampered with. */
    private static byte[] decoded(String part) {
        try {
            var bytes = Base64.getUrlDecoder().decode(part);
            var spelling = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            if (bytes.length > 0 && spelling.equals(part)) return bytes;
        } catch (IllegalArgumentException notBase64Url) {
            // refused below, in our words
        }
        throw Refusal.FORM.exception();
    }

    /** Jackson would guess UTF-16 and drop a byte order mark if it were given the bytes. */
    private static JsonNode object(byte[] utf8, Refusal otherwise) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
            var json = JSON.readTree(text.toString());
            if (json.isObject()) return json;
        } catch (CharacterCodingException | JsonProcessingException notJson) {
            // refused below, in our words: the parser's message quotes the token
        }
        throw otherwise.exception();
    }
}
