package kb.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/** Looks at an answer as a reader's program does: what it would make of it, and what a careless one could. */
public final class Harmless {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(AutolinkExtension.create())).build();
    private static final Pattern LEADS_SOMEWHERE = Pattern.compile(
            "(?i)https?\\s*:|[/\\\\]{2}|www\\.|\\]\\(|!\\[|<[a-z/!?]|(data|javascript|vbscript|mailto|blob|file):|evil\\.|[/@]evil");
    private static final Pattern BRACKET = Pattern.compile("\\[([^\\]]*)\\]?");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Co}&&[^\\n]]");

    private Harmless() {}

    /** @param citations the numbers that the answer has */
    public static void assertIs(String content, Set<Integer> citations, String form) {
        assertEquals(List.of(), made(content), () -> form + " became " + content);
        assertFalse(LEADS_SOMEWHERE.matcher(content).find(), () -> form + " became " + content);
        assertFalse(UNSEEN.matcher(content).find(), () -> form + " became " + content);
        for (var bracket : BRACKET.matcher(content).results().toList()) {
            var inside = bracket.group(1);
            var ours = inside.equals("unsupported")
                    || inside.matches("[1-9][0-9]*") && citations.contains(Integer.parseInt(inside));
            assertTrue(ours, () -> form + " became " + content);
        }
    }

    private static List<String> made(String content) {
        var made = new ArrayList<String>();
        PARSER.parse(content).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                note(link);
            }

            @Override
            public void visit(Image image) {
                note(image);
            }

            @Override
            public void visit(HtmlInline html) {
                note(html);
            }

            @Override
            public void visit(HtmlBlock html) {
                note(html);
            }

            @Override
            public void visit(FencedCodeBlock code) {
                note(code);
            }

            @Override
            public void visit(LinkReferenceDefinition definition) {
                note(definition);
            }

            private void note(Node node) {
                made.add(node.toString());
            }
        });
        return made;
    }
}
