package kb.probes;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kb.FrontEnd;
import kb.Pdfs;

/**
 * A request with a gap for a secret.
 *
 * @param target with {@link #GAP}, and with the asker's own ids where {@code {name}} is left
 * @param body JSON, or the text of a PDF, or nothing
 * @param fits the kinds of secrets that make sense there
 * @param once whether asking changes the next answer, so that each time another newcomer asks
 */
record Ask(
        String method, String target, Map<String, String> headers, String body, Set<Secret.Kind> fits, boolean once) {
    static final String GAP = "¤";

    FrontEnd.Call call(Stranger stranger, Map<String, String> identity, Spelling spelling, String secret) {
        var all = new TreeMap<>(headers);
        all.putAll(identity);
        var filled = own(target, stranger).replace(GAP, spelling.wire(secret));
        return new FrontEnd.Call(method, filled, all, content(stranger, spelling, secret));
    }

    private byte[] content(Stranger stranger, Spelling spelling, String secret) {
        if (headers.getOrDefault("content-type", "").equals("application/pdf"))
            return Pdfs.of(body.replace(GAP, secret));
        var quoted = new TextNode(spelling.text(secret)).toString();
        return own(body, stranger)
                .replace(GAP, quoted.substring(1, quoted.length() - 1))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String own(String text, Stranger stranger) {
        var filled = text;
        for (var own : stranger.own().entrySet()) filled = filled.replace("{" + own.getKey() + "}", own.getValue());
        return filled;
    }
}
