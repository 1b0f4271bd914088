package kb.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Judged by a reader of Markdown that has GitHub's tables and makes links of bare addresses. */
class InertMarkdownTest {
    private static final Parser READER = Parser.builder()
            .extensions(List.of(AutolinkExtension.create(), TablesExtension.create()))
            .build();

    /** Every node that is more than text or code in a paragraph, and the text. */
    private static String read(String markdown, List<String> more) {
        var text = new StringBuilder();
        READER.parse(markdown).accept(new AbstractVisitor() {
            @Override
            protected void visitChildren(Node parent) {
                if (!(parent instanceof Document || parent instanceof Paragraph)) more.add(parent.toString());
                for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
                    if (node instanceof Text words) text.append(words.getLiteral());
                    else if (node instanceof Code shown) text.append(shown.getLiteral());
                    else if (node instanceof HardLineBreak) text.append('\n');
                    else if (node instanceof Paragraph) visitChildren(node);
                    else more.add(node.toString());
                }
            }
        });
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "![x](https://evil.example/?q=secret)",
                "[click](https://evil.example)",
                "[click][1]",
                "[1]: https://evil.example",
                "[^1]: not a footnote",
                "[^1]",
                "<https://evil.example>",
                "<img src=x onerror=alert(1)>",
                "<script>alert(1)</script>",
                "<!-- comment -->",
                "see https://evil.example/?q=secret now",
                "HTTPS://EVIL.EXAMPLE",
                "www.evil.example",
                "WWW.evil.example",
                "(www.evil.example)",
                "ftp://evil.example",
                "mail a@evil.example",
                "mailto:a@evil.example",
                "javascript:alert(1)",
                "data:text/html;base64,PHNjcmlwdD4=",
                "# Heading",
                "### Heading ###",
                "- item",
                "+ item",
                "* item",
                "1. item",
                "1) item",
                "123456789. item",
                "---",
                "***",
                "===",
                "> quote",
                "```",
                "~~~",
                "`code`",
                "*emphasis* _and_ **strong** __too__ ~~gone~~",
                "a | b",
                "|---|---|",
                ":-: | :-:",
                "&lt;b&gt; &#91;x&#93; &copy;",
                "\\[x\\](y)",
                "\\",
                "ends with a backslash \\",
                "$x^2$ {#id} {{ template }}",
                "a\\*b",
                "`https://evil.example`",
                "``` https://a`b``c",
                "x`@`y",
                "\\`a@b\\`",
                "![a](b \"c\")![d][e]<f>"
            })
    void it_shows_the_text_and_nothing_else(String text) {
        for (var markdown : List.of(InertMarkdown.line(text), InertMarkdown.lines(text))) {
            var more = new ArrayList<String>();
            assertEquals(text, read(markdown, more), markdown);
            assertEquals(List.of(), more, markdown);
        }
    }

    @Test
    void lines_stay_lines_and_none_begins_anything() {
        var text = "First\n    indented\n\ttabbed\n- item\n1. one\n===\n\n\nSecond\n---\n# third\r\nfourth\u2028fifth";
        var more = new ArrayList<String>();
        assertEquals(
                "First\nindented\ntabbed\n- item\n1. one\n===Second\n---\n# third\nfourth\nfifth",
                read(InertMarkdown.lines(text), more));
        assertEquals(List.of(), more);
    }

    @Test
    void a_line_is_one_and_shows_no_hidden_characters() {
        assertEquals("a b c d", InertMarkdown.line(" a\nb\r\n\r\nc\u2029d "));
        assertEquals("exe.fdp", InertMarkdown.line("\u202eexe.\u200bfdp\u0000\u0007\ufeff"));
    }
}
