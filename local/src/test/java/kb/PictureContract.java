package kb;

import static kb.ApiContract.assertProblem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A page can be looked at, with what is quoted from it standing out. */
public interface PictureContract extends Contract {
    String LINES = "The library opens at nine.\nOn Sundays it stays closed.";

    @Test
    default void a_page_is_drawn_as_a_picture_for_this_caller_alone() throws Exception {
        var writer = as("manager");
        var id = writer.uploaded("guide.pdf", Pdfs.of(LINES));
        var reply = writer.in("user").get("/documents/" + id + "/pages/1?scale=1");
        assertEquals(200, reply.status(), reply::text);
        assertEquals("image/png", reply.header("content-type").orElseThrow());
        assertEquals("private, max-age=600", reply.header("cache-control").orElseThrow());
        assertTrue(reply.header("vary").orElseThrow().startsWith("authorization"));
        var picture = picture(reply);
        assertEquals(List.of(595, 841), List.of(picture.getWidth(), picture.getHeight()));
        assertTrue(share(picture, PictureContract::isDark) > 0, "there are letters on it");
        assertEquals(0, share(picture, PictureContract::isMarked));
        assertArrayEquals(
                reply.body(),
                writer.get("/documents/" + id + "/pages/1?scale=1.00").body());
    }

    @Test
    default void what_is_quoted_stands_out_where_its_boxes_are() throws Exception {
        var writer = as("manager");
        var id = writer.uploaded("guide.pdf", Pdfs.of(LINES));
        var passage = writer.ask("When does the library open?").get("citations").get(0);
        var span = passage.get("span");
        var marked = picture(writer.get("/documents/%s/pages/%d?scale=2&span=%d-%d"
                .formatted(
                        id,
                        passage.get("page").intValue(),
                        span.get("start").intValue(),
                        span.get("end").intValue())));
        var box = passage.get("boxes").get(0);
        var x = (int) (2 * box.get("l").doubleValue()) + 1;
        var y = (int) (2 * (box.get("t").doubleValue() + box.get("b").doubleValue()) / 2);
        assertTrue(isMarked(marked.getRGB(x - 2, y)), "the marker reaches a little over the first letter");
        assertTrue(!isMarked(marked.getRGB(x - 10, y)));
        var twice = picture(writer.get("/documents/" + id + "/pages/1?scale=2&span=0-11&span=31-41"));
        var whole = picture(writer.get("/documents/" + id + "/pages/1?scale=2&span=0-53"));
        var marks = List.of(share(twice, PictureContract::isMarked), share(whole, PictureContract::isMarked));
        assertTrue(marks.get(0) > 0 && marks.get(1) > 1.5 * marks.get(0), marks::toString);
    }

    @Test
    default void a_large_page_becomes_a_picture_of_four_megapixels_at_most() throws Exception {
        var writer = as("manager");
        var id = writer.uploaded("poster.pdf", new OddPages().large().pdf());
        var reply = writer.get("/documents/" + id + "/pages/1?scale=4");
        var picture = picture(reply);
        var pixels = picture.getWidth() * picture.getHeight();
        assertTrue(pixels > 3_900_000 && pixels <= 4_000_000, () -> pixels + " pixels");
        assertTrue(reply.body().length <= 4_000_000);
    }

    @Test
    default void a_superseded_version_is_drawn_as_it_was() throws Exception {
        var writer = as("manager");
        var first = writer.uploaded("menu.pdf", Pdfs.of("Today the kitchen serves pea soup."));
        var before = writer.get("/documents/" + first + "/pages/1");
        writer.replaced("menu.pdf", Pdfs.of("Today the kitchen serves fish pie."));
        assertArrayEquals(
                before.body(), writer.get("/documents/" + first + "/pages/1").body());
        assertEquals(
                200, writer.get("/documents/" + first + "/pages/1?span=0-5").status());
    }

    @Test
    default void a_page_that_is_not_there_is_a_problem() throws Exception {
        var writer = as("manager");
        var id = writer.uploaded("guide.pdf", Pdfs.of(LINES));
        for (var page : List.of("0", "2", "-1", "01", "1.5", "one", "99999999999"))
            assertProblem(404, "not-found", writer.get("/documents/" + id + "/pages/" + page));
        assertProblem(404, "not-found", writer.get("/documents/" + id + "/pages/2?span=0-5"));
        var locked = writer.upload("locked.pdf", Pdfs.locked("secret", "Hidden."))
                .json()
                .get("document_id")
                .textValue();
        writer.ready(locked);
        assertProblem(404, "not-found", writer.get("/documents/" + locked + "/pages/1"));
    }

    @Test
    default void a_wish_that_makes_no_sense_is_told_so() throws Exception {
        var writer = as("manager");
        var id = writer.uploaded("guide.pdf", Pdfs.of(LINES));
        var scale = "[{\"field\":\"scale\",\"message\":\"must be a number from 0.25 to 4\"}]";
        for (var wrong : List.of("0", "0.24", "4.01", "-1", "two", "1e0", "NaN", "1,5", ".5"))
            assertViolations(scale, writer.get("/documents/" + id + "/pages/1?scale=" + wrong));
        var span = "[{\"field\":\"span\",\"message\":"
                + "\"must be start-end, two numbers of which the second is greater, such as 0-80\"}]";
        for (var wrong : List.of("", "5", "5-5", "9-3", "a-b", "0-1-2", "-1-4", "0-999999999"))
            assertViolations(span, writer.get("/documents/" + id + "/pages/1?span=0-3&span=" + wrong));
        assertViolations(
                "[{\"field\":\"span\",\"message\":\"26-27 holds no word of the page's text\"},"
                        + "{\"field\":\"span\",\"message\":\"0-5000 holds no word of the page's text\"}]",
                writer.get("/documents/" + id + "/pages/1?span=0-3&span=26-27&span=0-5000"));
        assertViolations(
                "[{\"field\":\"span\",\"message\":\"may be given 20 times at most\"}]",
                writer.get("/documents/" + id + "/pages/1?" + "span=0-3&".repeat(21)));
        assertProblem(422, "invalid", writer.get("/documents/" + id + "/pages/1?zoom=2"));
    }

    @Test
    default void a_page_that_cannot_be_drawn_is_a_problem_that_says_why() throws Exception {
        var writer = as("manager");
        var id = writer.uploaded(
                "mosaic.pdf",
                new OddPages().text("A mosaic of stones.").endless().pdf());
        var reply = writer.get("/documents/" + id + "/pages/2");
        assertProblem(422, "page-not-drawn", reply);
        assertTrue(
                reply.json().get("detail").textValue().startsWith("page 2 of document " + id + " cannot be drawn: "));
        assertEquals(200, writer.get("/documents/" + id + "/pages/1").status(), "the next one is drawn as ever");
    }

    private static void assertViolations(String expected, FrontEnd.Reply reply) throws Exception {
        assertProblem(422, "invalid", reply);
        assertEquals(expected, reply.json().get("violations").toString());
    }

    private static BufferedImage picture(FrontEnd.Reply reply) throws Exception {
        assertEquals(200, reply.status(), reply::text);
        return ImageIO.read(new ByteArrayInputStream(reply.body()));
    }

    private static double share(BufferedImage picture, java.util.function.IntPredicate fits) {
        var pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return (double) java.util.Arrays.stream(pixels).filter(fits).count() / pixels.length;
    }

    private static boolean isDark(int colour) {
        return (colour & 0xff) < 64 && (colour >> 8 & 0xff) < 64;
    }

    /** As yellow as paper becomes. */
    private static boolean isMarked(int colour) {
        return (colour >> 16 & 0xff) > 240 && (colour & 0xff) < 200 && (colour >> 8 & 0xff) > 200;
    }
}
