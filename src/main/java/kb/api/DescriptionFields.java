package kb.api;

import java.util.List;
import java.util.Optional;
import kb.documents.Description;
import kb.http.Call;

/** Reads what a person says about a document: each field may be left out, and a title of null removes it. */
final class DescriptionFields {
    static final int LONGEST_TAG = 50;

    private static final int LONGEST_TITLE = 300;
    static final int MOST_TAGS = 20;

    private DescriptionFields() {}

    static Description parse(Call call) {
        var fields = call.fields();
        var title = fields.optionalText("title", LONGEST_TITLE);
        var newTitle = fields.has("title") ? Optional.of(title) : Optional.<Optional<String>>empty();
        var tags =
                fields.texts("tags", MOST_TAGS, LONGEST_TAG).stream().distinct().toList();
        var newTags = fields.has("tags") ? Optional.of(tags) : Optional.<List<String>>empty();
        return fields.into(() -> new Description(newTitle, newTags));
    }
}
