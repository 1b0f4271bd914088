package kb.pdf;

import static kb.pages.Hiding.HIDDEN_LAYER;
import static kb.pdf.Concealed.form;
import static kb.pdf.Concealed.hidden;
import static kb.pdf.Concealed.picture;
import static kb.pdf.Concealed.text;
import static kb.pdf.Concealed.visible;

import java.util.List;

/** Text on layers: optional content that a viewer shows or not. */
final class ConcealedLayers {
    private static final String OFF = "/OCProperties <</OCGs [6 0 R 7 0 R] /D <</OFF [6 0 R]>>>>";
    private static final String LAYER = "<</Type /OCG /Name (a layer)>>";

    private ConcealedLayers() {}

    static List<Concealed> all() {
        var marked = "/OC /L BDC " + text() + "EMC";
        return List.of(
                hidden("on a layer that is off", HIDDEN_LAYER, marked)
                        .with("/Properties <</L 6 0 R>>", LAYER, LAYER)
                        .inCatalog(OFF),
                hidden("on a layer where all begin as off", HIDDEN_LAYER, marked)
                        .with("/Properties <</L 6 0 R>>", LAYER, LAYER)
                        .inCatalog("/OCProperties <</OCGs [6 0 R 7 0 R] /D <</BaseState /OFF /ON [7 0 R]>>>>"),
                hidden("in a form of a layer that is off", HIDDEN_LAYER, "/X Do")
                        .with("/XObject <</X 8 0 R>>", LAYER, LAYER, form("/OC 6 0 R", text()))
                        .inCatalog(OFF),
                hidden("where all layers must be on", HIDDEN_LAYER, marked)
                        .with("/Properties <</L 8 0 R>>", LAYER, LAYER, "<</Type /OCMD /OCGs [6 0 R 7 0 R] /P /AllOn>>")
                        .inCatalog(OFF),
                hidden("where a layer must be off that is on", HIDDEN_LAYER, marked)
                        .with("/Properties <</L 8 0 R>>", LAYER, LAYER, "<</Type /OCMD /OCGs 7 0 R /VE [/Not 7 0 R]>>")
                        .inCatalog(OFF),
                hidden(
                                "marked again within a layer that is off",
                                HIDDEN_LAYER,
                                "/OC /L BDC /P BMC EMC " + text() + "EMC")
                        .with("/Properties <</L 6 0 R>>", LAYER, LAYER)
                        .inCatalog(OFF),
                visible("after a layer that is off", "/OC /L BDC EMC " + text())
                        .with("/Properties <</L 6 0 R>>", LAYER, LAYER)
                        .inCatalog(OFF),
                visible("on a layer that is on", marked)
                        .with("/Properties <</L 7 0 R>>", LAYER, LAYER)
                        .inCatalog(OFF),
                visible("where any layer may be on", marked)
                        .with("/Properties <</L 8 0 R>>", LAYER, LAYER, "<</Type /OCMD /OCGs [6 0 R 7 0 R]>>")
                        .inCatalog(OFF),
                visible("under a picture of a layer that is off", text() + "q 200 0 0 30 90 390 cm /X Do Q")
                        .with("/XObject <</X 8 0 R>>", LAYER, LAYER, picture("/OC 6 0 R"))
                        .inCatalog(OFF));
    }
}
