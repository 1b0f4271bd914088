package kb.api.spa;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kb.pages.Box;
import kb.pages.Chunk;
import kb.pages.Page;
import kb.pages.Word;

/** Chunks as the app shows them for a person to correct, and finds again when they come back. */
final class SpaChunks {
    private static final Pattern LIST = Pattern.compile("^(?:[•‣◦▪–*-]|\\d{1,3}[.)]|[a-z][.)])\\s");
    private static final int SHORT_ID = 8;

    private final List<Page> pages;
    private final String filename;
    private final String createdAt;

    SpaChunks(List<Page> pages, String filename, Instant createdAt) {
        this.pages = pages;
        this.filename = filename;
        this.createdAt = SpaTime.ofParsing(createdAt);
    }

    record ChunkJson(String id, String text, Map<String, Object> metadata) {
        boolean is(String type) {
            return metadata.get("type").equals(type);
        }
    }

    List<ChunkJson> all(List<Chunk> chunks) {
        return chunks.stream()
                .map(chunk -> new ChunkJson(id(chunk), shown(chunk.text()), metadata(chunk)))
                .toList();
    }

    static String id(Chunk chunk) {
        return "chunk-" + chunk.position() + "-" + chunk.id().toString().substring(0, SHORT_ID);
    }

    /** The app renders HTML: a document's text must have none. */
    static String shown(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** What a person wrote where {@link #shown} text stood. */
    static String written(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private Map<String, Object> metadata(Chunk chunk) {
        var page = pages.get(chunk.page() - 1);
        var type = type(chunk, page);
        var lines = page.words(chunk.span()).stream().map(Word::line).distinct().toList();
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("type", type);
        metadata.put("section", chunk.section());
        metadata.put("section_title", chunk.section());
        metadata.put("parent_section", parent(chunk));
        metadata.put("context", chunk.context());
        metadata.put("tags", List.of());
        metadata.put("page", chunk.page());
        metadata.put("source_file", filename);
        metadata.put("created_at", createdAt);
        metadata.put("processing_method", "two_pass");
        metadata.put("anchored", !chunk.boxes().isEmpty());
        chunk.boxes().stream().reduce(Box::union).ifPresent(box -> metadata.put("box", box(box)));
        if (type.equals("table")) {
            metadata.put("table_id", "p%d-tbl-%d".formatted(page.number(), table(chunk, page)));
        } else {
            metadata.put("line_count", lines.size());
            metadata.put("matched_line_ids", lineIds(page, lines));
        }
        return metadata;
    }

    private static List<String> lineIds(Page page, List<Integer> lines) {
        var ids = new ArrayList<String>();
        for (var line : lines) ids.add("p%d-l%d".formatted(page.number(), line));
        return ids;
    }

    private static Map<String, Double> box(Box box) {
        var json = new LinkedHashMap<String, Double>();
        json.put("l", box.l());
        json.put("t", box.t());
        json.put("r", box.r());
        json.put("b", box.b());
        return json;
    }

    private static String type(Chunk chunk, Page page) {
        if (page.table(chunk.span()).isPresent()) return "table";
        var text = chunk.text().strip();
        var body = text.startsWith(chunk.section())
                ? text.substring(chunk.section().length()).strip()
                : text;
        if (body.isEmpty()) return "heading";
        return LIST.matcher(body).find() ? "list" : "paragraph";
    }

    private static String parent(Chunk chunk) {
        var sections = chunk.sections();
        for (int i = 1; i < sections.size(); i++)
            if (sections.get(i).title().equals(chunk.section()))
                return sections.get(i - 1).title();
        return "";
    }

    private static int table(Chunk chunk, Page page) {
        return page.table(chunk.span()).map(page.tables()::indexOf).orElseThrow() + 1;
    }
}
