package kb.pdf;

import static kb.pages.Hiding.CLIPPED;
import static kb.pages.Hiding.COVERED;
import static kb.pages.Hiding.INVISIBLE;
import static kb.pages.Hiding.OFF_PAGE;
import static kb.pages.Hiding.SAME_COLOUR;
import static kb.pages.Hiding.TINY;
import static kb.pages.Hiding.TRANSPARENT;
import static kb.pdf.Concealed.form;
import static kb.pdf.Concealed.hidden;
import static kb.pdf.Concealed.picture;
import static kb.pdf.Concealed.stream;
import static kb.pdf.Concealed.text;
import static kb.pdf.Concealed.visible;

import java.util.List;
import java.util.stream.Stream;

/** Every way we know to put text into a file that nobody sees, and what only looks like one. */
final class ConcealedFiles {
    private static final String BOX = "90 390 200 30 re f ";

    private ConcealedFiles() {}

    static List<Concealed> all() {
        return Stream.of(
                        invisible(),
                        offPage(),
                        tiny(),
                        transparent(),
                        sameColour(),
                        covered(),
                        ConcealedLayers.all(),
                        clipped())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Concealed> invisible() {
        return List.of(
                hidden("rendering mode 3", INVISIBLE, "3 Tr " + text()),
                hidden("rendering mode 3 in a form", INVISIBLE, "/X Do")
                        .with("/XObject <</X 6 0 R>>", form("", "3 Tr " + text())),
                hidden("rendering mode 3 set before the form", INVISIBLE, "3 Tr /X Do")
                        .with("/XObject <</X 6 0 R>>", form("", text())),
                hidden(
                        "a stencil that nothing is painted through",
                        INVISIBLE,
                        "q 7 Tr " + text() + "Q 0 g " + "9 9 9 9 re f"),
                visible("a stencil that a box is painted through", "q 7 Tr " + text() + "1 0 0 rg " + BOX + "Q"),
                visible("rendering mode 3 given back", "q 3 Tr Q " + text()),
                visible("rendering mode 3 in the form before", "/X Do " + text())
                        .with("/XObject <</X 6 0 R>>", form("", "3 Tr q")));
    }

    private static List<Concealed> offPage() {
        return List.of(
                hidden("left of the page", OFF_PAGE, text("12 0 0 12 -300 400")),
                hidden("above the crop box", OFF_PAGE, text("12 0 0 12 100 780"))
                        .onPage("/CropBox [0 0 600 750]"),
                hidden("off a page that lies on its side", OFF_PAGE, text("12 0 0 12 700 400"))
                        .onPage("/Rotate 90"),
                visible("on a page whose corner is elsewhere", text("12 0 0 12 700 400"))
                        .onPage("/MediaBox [50 50 900 750]"));
    }

    private static List<Concealed> tiny() {
        return List.of(
                hidden("of one point", TINY, text("1 0 0 1 100 400")),
                hidden("scaled down", TINY, "q .1 0 0 .1 0 0 cm " + text("12 0 0 12 1000 4000") + "Q"),
                hidden("pressed flat", TINY, "3 Tz " + text() + "100 Tz"),
                hidden("in large units", TINY, text("2.5 0 0 2.5 100 400")).onPage("/UserUnit .5"),
                visible("of one point, scaled up", "q 12 0 0 12 0 0 cm " + text("1 0 0 1 8 33") + "Q"),
                visible("of one unit that is an inch", text("1 0 0 1 100 400")).onPage("/UserUnit 72"),
                visible("small print", text("4 0 0 4 100 400")));
    }

    private static List<Concealed> transparent() {
        return List.of(
                hidden("without opacity", TRANSPARENT, "/G gs " + text()).with("/ExtGState <</G <</ca 0>>>>"),
                hidden("in a group without opacity", TRANSPARENT, "/G gs /X Do")
                        .with(
                                "/ExtGState <</G <</ca 0>>>> /XObject <</X 6 0 R>>",
                                form("/Group <</S /Transparency>>", text())),
                hidden("outlined without opacity", TRANSPARENT, "1 Tr /G gs " + text())
                        .with("/ExtGState <</G <</CA 0>>>>"),
                visible("pale", "/G gs " + text()).with("/ExtGState <</G <</ca .3>>>>"),
                visible("filled, its outline without opacity", "2 Tr /G gs " + text())
                        .with("/ExtGState <</G <</CA 0>>>>"));
    }

    private static List<Concealed> sameColour() {
        var profile = stream("/N 3", "");
        return List.of(
                hidden("white on paper", SAME_COLOUR, "1 g " + text()),
                hidden("nearly white on paper", SAME_COLOUR, ".99 1 .98 rg " + text()),
                hidden("no ink at all on paper", SAME_COLOUR, "0 0 0 0 k " + text()),
                hidden("white by a profile", SAME_COLOUR, "/P cs 1 1 1 sc " + text())
                        .with("/ColorSpace <</P [/ICCBased 6 0 R]>>", profile),
                hidden("white by a table", SAME_COLOUR, "/P cs 1 sc " + text())
                        .with("/ColorSpace <</P [/Indexed /DeviceRGB 1 <000000FFFFFF>]>>"),
                hidden("red on a red box", SAME_COLOUR, "1 0 0 rg " + BOX + text()),
                hidden(
                        "red in a red circle",
                        SAME_COLOUR,
                        "1 0 0 rg 0 400 m 0 600 400 600 400 400 c 400 200 0 200 0 400 c f " + text()),
                hidden(
                        "white on a black box painted over with white",
                        SAME_COLOUR,
                        "0 g " + BOX + "1 g " + BOX + text()),
                hidden("outlined and filled in white", SAME_COLOUR, "2 Tr 1 g 1 G " + text()),
                hidden("white on paper, a black line through it", SAME_COLOUR, "0 g 90 403 200 .5 re f 1 g " + text()),
                visible("white on a black box", "0 g " + BOX + "1 g " + text()),
                visible("white on a thick black line", "30 w 90 405 m 290 405 l S 1 g " + text()),
                visible("white on a picture", "q 200 0 0 30 90 390 cm /X Do Q 1 g " + text())
                        .with("/XObject <</X 6 0 R>>", picture("")),
                visible("white on a shade", "q 90 390 200 30 re W n /S sh Q 1 g " + text())
                        .with(
                                "/Shading <</S <</ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 600 0] /Function 6 0 R>>>>",
                                "<</FunctionType 2 /Domain [0 1] /C0 [0] /C1 [.5] /N 1>>"),
                visible("white on slices of a shade", slices() + "1 g " + text()),
                visible("white with a black outline", "2 Tr 1 g 0 G " + text()),
                visible("in a colour that only a function knows", "/P cs 0 sc " + text())
                        .with(
                                "/ColorSpace <</P [/Separation /Spot /DeviceGray 6 0 R]>>",
                                "<</FunctionType 2 /Domain [0 1] /C0 [0] /C1 [1] /N 1>>"),
                visible("white, blended so that it is seen", "0 0 1 rg " + BOX + "1 1 1 rg /G gs " + text())
                        .with("/ExtGState <</G <</BM /Difference>>>>"));
    }

    private static String slices() {
        var slices = new StringBuilder();
        for (int i = 0; i < 40; i++) slices.append("%f g 90 %d 200 1 re f ".formatted(i / 80.0, 390 + i));
        return slices.toString();
    }

    private static List<Concealed> covered() {
        var box = "1 0 0 rg " + BOX;
        return List.of(
                hidden("under a box", COVERED, text() + box),
                hidden("under two boxes side by side", COVERED, text() + "1 g 90 390 60 30 re f 150 390 140 30 re f"),
                hidden("under a picture", COVERED, text() + "q 200 0 0 30 90 390 cm /X Do Q")
                        .with("/XObject <</X 6 0 R>>", picture("")),
                hidden("under a form's box", COVERED, text() + "q .5 0 0 .5 0 200 cm /X Do Q")
                        .with("/XObject <</X 6 0 R>>", form("", "1 g 180 380 400 60 re f")),
                hidden("under a star", COVERED, text() + "1 g 60 300 m 200 700 l 400 300 l f"),
                hidden("under a thick line", COVERED, text() + "1 G 30 w 90 405 m 290 405 l S"),
                visible("under a box that lets light through", text() + "/G gs " + box)
                        .with("/ExtGState <</G <</ca .5>>>>"),
                visible("under a marker's ink", text() + "/G gs 1 1 0 rg " + BOX)
                        .with("/ExtGState <</G <</BM /Multiply>>>>"),
                visible("under a picture with a mask", text() + "q 200 0 0 30 90 390 cm /X Do Q")
                        .with("/XObject <</X 6 0 R>>", picture("/SMask 7 0 R"), picture("")),
                visible("under a frame", text() + "80 380 220 50 re 90 390 200 30 re f*"),
                visible("under a box that is cut off there", text() + "q 0 0 600 300 re W n 0 0 600 800 re f Q"),
                visible("under a line that strikes it out", text() + "90 404 200 1 re f"),
                visible("over a box", box + "0 g " + text()),
                visible("under a group that lets light through", text() + "/G gs /X Do")
                        .with(
                                "/ExtGState <</G <</ca .5>>>> /XObject <</X 6 0 R>>",
                                form("/Group <</S /Transparency>>", box)));
    }

    private static List<Concealed> clipped() {
        return List.of(
                hidden("outside of what a clip lets through", CLIPPED, "q 0 0 50 50 re W n " + text() + "Q"),
                hidden("outside of its form's box", CLIPPED, "/X Do")
                        .with(
                                "/XObject <</X 6 0 R>>",
                                stream("/Subtype /Form /BBox [0 0 50 50] /Resources <</Font <</F 5 0 R>>>>", text())),
                visible("inside of what a clip lets through", "q 90 390 200 30 re W n " + text() + "Q"),
                visible("after a clip was given back", "q 0 0 50 50 re W n Q " + text()));
    }
}
