package kb.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PageScriptTest {
    private static String script(Map<String, String> modules) {
        return PageScript.of("app.js", modules::get);
    }

    @Test
    void each_module_stands_once_and_behind_those_that_it_imports() {
        var script = script(Map.of(
                "app.js", """
                        import * as words from './words.js';
                        import { draw as paint, Pen } from './draw.js';

                        paint(new Pen(), words.HELLO);
                        """,
                "draw.js", """
                        import { HELLO } from './words.js';
                        export async function draw(pen, text) {}
                        export class Pen {}
                        function hidden() { return '$1'; }
                        """,
                "words.js", """
                        export const HELLO = 'Hello';
                        """));
        assertEquals("""
                const $words = (() => {
                const HELLO = 'Hello';
                return { HELLO };
                })();

                const $draw = (() => {
                const { HELLO } = $words;
                async function draw(pen, text) {}
                class Pen {}
                function hidden() { return '$1'; }
                return { draw, Pen };
                })();

                const $app = (() => {
                const words = $words;
                const { draw: paint, Pen } = $draw;

                paint(new Pen(), words.HELLO);
                return {  };
                })();
                """, script);
    }

    @Test
    void modules_that_import_one_another_in_a_circle_are_refused() {
        var circle = Map.of(
                "app.js", "import { a } from './a.js';\n",
                "a.js", "import { b } from './b.js';\nexport const a = 1;\n",
                "b.js", "import { a } from './a.js';\nexport const b = 1;\n");
        var refused = assertThrows(IllegalStateException.class, () -> script(circle));
        assertEquals("modules import one another in a circle: [app.js, a.js, b.js]", refused.getMessage());
    }

    @Test
    void what_would_be_no_script_any_more_is_refused() {
        for (var line : new String[] {"import 'a.js';", "export default 1;", "export let count = 0;"}) {
            var refused = assertThrows(IllegalStateException.class, () -> script(Map.of("app.js", line + "\n")));
            assertEquals("app.js says what no page script may: " + line, refused.getMessage());
        }
    }
}
