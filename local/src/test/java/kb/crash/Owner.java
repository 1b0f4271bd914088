package kb.crash;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import kb.local.TwinClient;

/** Somebody who uploads, replaces and deletes papers of their own until no more answers come. */
final class Owner implements Callable<List<Title>> {
    private static final String LETTERS = "bcdfgkmpqv";
    private static final int MOST_PAGES = 70;

    private final TwinClient person;
    private final String name;
    private final Random random;
    private final CountDownLatch answers;
    private final List<Title> titles = new ArrayList<>();
    private final List<Paper> papers = new ArrayList<>();

    /** @param name one letter @param answers counts those that came */
    Owner(TwinClient person, String name, Random random, CountDownLatch answers) {
        this.person = person;
        this.name = name;
        this.random = random;
        this.answers = answers;
    }

    @Override
    public List<Title> call() throws Exception {
        try (person) {
            while (true) {
                step();
                answers.countDown();
            }
        } catch (IOException killed) {
            return List.copyOf(titles);
        }
    }

    private void step() throws Exception {
        if (titles.isEmpty() || random.nextInt(3) == 0) titles.add(new Title());
        var number = random.nextInt(titles.size());
        var title = titles.get(number);
        var kept = title.versions().stream()
                .filter(version -> version.is(Title.Fate.KEPT))
                .toList();
        if (!kept.isEmpty() && random.nextInt(3) == 0) delete(kept.get(random.nextInt(kept.size())));
        else upload(title, "%s%d.pdf".formatted(name, number));
    }

    private void delete(Title.Version version) throws Exception {
        version.fate().set(Title.Fate.DOUBTFUL);
        person.delete(version.id());
        version.fate().set(Title.Fate.DELETED);
    }

    private void upload(Title title, String filename) throws Exception {
        var paper = new Paper(filename, word(), 1 + random.nextInt(MOST_PAGES));
        papers.add(paper);
        title.ask(paper);
        var version = title.answered(person.upload(filename, paper.pdf()));
        if (random.nextBoolean()) return;
        person.finished(version.id());
        title.seen();
    }

    /** Nobody else's, and not used before. */
    private String word() {
        var word = new StringBuilder("n").append(name);
        "%03d".formatted(papers.size()).chars().forEach(digit -> word.append(LETTERS.charAt(digit - '0')));
        return word.toString();
    }
}
