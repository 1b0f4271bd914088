package kb.api;

import java.util.List;
import kb.documents.Filename;
import kb.documents.PdfMark;
import kb.http.Bytes;
import kb.http.Call;
import kb.http.Multipart;
import kb.http.Problem;
import kb.http.ProblemException;
import kb.http.Violation;

/** A PDF somebody sends in a request's body. @param replace whether it may become the next version of a name in use */
record UploadForm(Filename filename, Bytes content, boolean replace) {
    private static final byte[] MARK = {'%', 'P', 'D', 'F', '-'};
    /** Readers accept the mark a little later than at the start (ISO 32000-1, Annex H, implementation note 13). */
    private static final int MARK_WITHIN = 1_024;

    private static final String ANNOUNCE = "announce it with POST /documents/uploads, and put it where the answer says";

    static UploadForm parse(Call call, Limits limits) {
        var form =
                switch (call.request().mediaType()) {
                    case "multipart/form-data" -> multipart(call, limits);
                    case "application/pdf" -> plain(call, limits);
                    default -> throw refused(new Problem.UnsupportedMediaType("multipart/form-data, application/pdf"));
                };
        if (form.content().isEmpty()) throw refused(new Problem.EmptyFile());
        if (!PdfMark.isIn(form.content().toArray())) throw refused(new Problem.NotAPdf());
        return form;
    }

    private static UploadForm multipart(Call call, Limits limits) {
        if (call.request().body().length() > limits.largestBody()) throw tooLarge(limits);
        var query = call.query();
        var replace = query.flag("replace", false);
        query.into(() -> replace);
        var files = Multipart.parts(call.request()).stream()
                .filter(part -> part.name().equals("file") && part.filename().isPresent())
                .toList();
        if (files.size() > 1)
            throw invalid("file", "is there %d times: send one file a request".formatted(files.size()));
        var file = files.stream()
                .findFirst()
                .orElseThrow(
                        () -> invalid("file", "is required: one part of this name, with the PDF and its file name"));
        return checked(file.filename().orElseThrow(), file.content(), replace, limits);
    }

    private static UploadForm plain(Call call, Limits limits) {
        var query = call.query();
        var filename = query.text("filename", 10_000);
        var replace = query.flag("replace", false);
        return query.into(() -> checked(filename, call.request().body(), replace, limits));
    }

    private static UploadForm checked(String filename, Bytes content, boolean replace, Limits limits) {
        if (content.length() > limits.directUploadBytes()) throw tooLarge(limits);
        // stands for bytes that are no text
        if (filename.indexOf('\uFFFD') >= 0)
            throw refused(new Problem.Malformed("the file name is not UTF-8: send its text in UTF-8"));
        Filename.complaint(filename).ifPresent(complaint -> {
            throw invalid("filename", complaint);
        });
        return new UploadForm(new Filename(filename), content, replace);
    }

    private static ProblemException tooLarge(Limits limits) {
        return refused(new Problem.TooLarge("a PDF in a request", limits.directUploadBytes(), ANNOUNCE));
    }

    private static ProblemException invalid(String field, String message) {
        return refused(new Problem.Invalid(List.of(new Violation(field, message))));
    }

    private static ProblemException refused(Problem problem) {
        return new ProblemException(problem);
    }
}
