package kb.pages;

/** What became of one page. @param characters of its text @param tables that were found in it */
public record PageCoverage(int page, int characters, int tables, Coverage coverage) {
    public static PageCoverage of(Page page) {
        return new PageCoverage(
                page.number(), page.text().length(), page.tables().size(), page.coverage());
    }
}
