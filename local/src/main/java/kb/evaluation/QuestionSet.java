package kb.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * PDFs and questions about them, as they lie in a folder: {@code questions.jsonl}, perhaps {@code unanswerable.jsonl}, and the
 * PDFs in {@code pdfs/} or beside them.
 */
record QuestionSet(List<Path> pdfs, List<Question> questions) {
    private static final String QUESTIONS = "questions.jsonl";
    private static final String UNANSWERABLE = "unanswerable.jsonl";

    /** @throws IllegalStateException when something is missing or wrong; the message says what to do */
    static QuestionSet in(Path folder) throws IOException {
        if (!Files.isDirectory(folder))
            throw new IllegalStateException(
                    "there is no folder %s: name one with PDFs and %s".formatted(folder, QUESTIONS));
        if (!Files.isRegularFile(folder.resolve(QUESTIONS))) {
            throw new IllegalStateException(
                    "there is no %s in %s: put one there, a line such as {\"question\": \"…\", \"document\": \"a.pdf\", \"pages\": [3]} for each question"
                            .formatted(QUESTIONS, folder));
        }
        var questions = new ArrayList<>(read(folder.resolve(QUESTIONS)));
        if (Files.isRegularFile(folder.resolve(UNANSWERABLE))) questions.addAll(read(folder.resolve(UNANSWERABLE)));
        var below = folder.resolve("pdfs");
        var pdfs = pdfs(Files.isDirectory(below) ? below : folder);
        var set = new QuestionSet(pdfs, questions);
        set.demandDocuments(folder);
        set.demandDifferentBytes();
        return set;
    }

    private static List<Path> pdfs(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> name(file).toLowerCase(Locale.ROOT).endsWith(".pdf"))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private void demandDocuments(Path folder) {
        var names = pdfs.stream().map(QuestionSet::name).toList();
        if (names.isEmpty()) throw new IllegalStateException("there is no PDF in " + folder + ": put some there");
        for (var question : questions) {
            if (question.isAnswerable() && !names.contains(question.document())) {
                throw new IllegalStateException(
                        "a question names %s, which is not in %s: put it there, or correct the name"
                                .formatted(question.document(), folder));
            }
        }
    }

    /** A knowledge base keeps the same bytes once, whatever they are called: a question about the other name would be judged wrongly. */
    private void demandDifferentBytes() throws IOException {
        var bySize = new HashMap<Long, List<Path>>();
        for (var pdf : pdfs) {
            var ofItsSize = bySize.computeIfAbsent(Files.size(pdf), _ -> new ArrayList<>());
            for (var other : ofItsSize) {
                if (Files.mismatch(other, pdf) < 0) {
                    throw new IllegalStateException(
                            "%s has the same bytes as %s: leave it out, and name the other in its questions"
                                    .formatted(name(pdf), name(other)));
                }
            }
            ofItsSize.add(pdf);
        }
    }

    /** @param pages how many each document has, by its name @throws IllegalStateException as {@link #in} does */
    void demandPages(Map<String, Integer> pages) {
        for (var question : answerable()) {
            var all = pages.get(question.document());
            for (var page : question.pages()) {
                if (page > all) {
                    throw new IllegalStateException("a question names page %d of %s, which has %s: correct the number"
                            .formatted(page, question.document(), all == 1 ? "1 page" : all + " pages"));
                }
            }
        }
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (CharacterCodingException noText) {
            throw new IllegalStateException("%s is no text in UTF-8: save it as such".formatted(file), noText);
        }
    }

    private static List<Question> read(Path file) throws IOException {
        var json = new ObjectMapper();
        var questions = new ArrayList<Question>();
        var lines = lines(file);
        for (int number = 1; number <= lines.size(); number++) {
            var line = lines.get(number - 1);
            if (!line.isBlank()) questions.add(read(json, line, file, number));
        }
        return questions;
    }

    private static Question read(ObjectMapper json, String line, Path file, int number) {
        try {
            return json.readValue(line, Question.class);
        } catch (JsonProcessingException wrong) {
            throw new IllegalStateException(
                    "line %d of %s is no question: write {\"question\": \"…\", \"document\": \"a.pdf\", \"pages\": [3]}"
                            .formatted(number, file),
                    wrong);
        }
    }

    List<Question> answerable() {
        return questions.stream().filter(Question::isAnswerable).toList();
    }

    List<Question> unanswerable() {
        return questions.stream().filter(question -> !question.isAnswerable()).toList();
    }
}
