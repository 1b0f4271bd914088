package kb.probes;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kb.FrontEnd;
import kb.http.Route;

/** One stranger, one request, one secret in it. */
record Probe(Route route, Ask ask, Stranger stranger, Secret secret, Spelling spelling) {
    FrontEnd.Call real(int number) {
        return ask.call(stranger, identity(number), spelling, secret.text());
    }

    /** The very same request for what nobody has. */
    FrontEnd.Call nobodys(int number) {
        return ask.call(stranger, identity(-number), spelling, secret.nobodys());
    }

    private Map<String, String> identity(int number) {
        return ask.once() ? stranger.newcomer().apply(number) : stranger.headers();
    }

    /** An answer without its request's id, what was asked for, and the ids that were made for it. */
    String comparable(Controlled.Answer answer, String asked) {
        var reply = answer.reply();
        var headers = new TreeMap<>(reply.headers());
        headers.remove("x-request-id");
        var text = reply.status() + " " + headers + " " + reply.text();
        for (int i = 0; i < answer.minted().size(); i++)
            text = text.replace(answer.minted().get(i), "(new " + i + ")");
        for (var form : List.of(asked, spelling.wire(asked), spelling.text(asked)))
            text = text.replace(form, "(asked)");
        // what no passage speaks of are words of the question, in some other spelling
        text = text.replaceAll("(?<=do not speak of )[^\"]*", "(asked)");
        return switch (secret.kind()) {
            case CONTENT -> text.replaceAll("\"sha256\":\"[0-9a-f]{64}\",\"size_bytes\":[0-9]+", "(asked)");
            // both stand in strangers' own documents
            case WORD -> text.replace(secret.text(), "(asked)").replace(secret.nobodys(), "(asked)");
            default -> text;
        };
    }

    @Override
    public String toString() {
        return "%s: %s %s %s, %s %s %s %s"
                .formatted(
                        stranger.name(),
                        ask.method(),
                        ask.target(),
                        ask.body(),
                        secret.note(),
                        secret.kind(),
                        secret.text(),
                        spelling);
    }
}
