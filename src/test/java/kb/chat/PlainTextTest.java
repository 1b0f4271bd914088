package kb.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What is left of a text from anywhere. */
class PlainTextTest {
    private static final String CHINESE = "图书馆位于港口街十二号，周一至周五上午九点开门，晚上六点关门，周末休息，遗失借书证需支付4.50欧元，办理新证时请携带本人有效身份证件和住址证明。";
    private static final String JAPANESE = "図書館は港町十二番地にあり、平日の午前九時に開館し、午後六時に閉館します。カードを紛失した場合は、手数料として四ユーロ五十セントが必要です。";
    private static final String THAI =
            "ห้องสมุดเปิดเวลาเก้าโมงเช้าและปิดเวลาหกโมงเย็นทุกวันจันทร์ถึงวันศุกร์ค่าธรรมเนียมบัตรหายคือสี่ยูโรห้าสิบเซนต์";

    @Test
    void a_sentence_stays_whole_in_a_script_without_spaces() {
        assertEquals(CHINESE, PlainText.of(CHINESE));
        assertEquals(JAPANESE, PlainText.of(JAPANESE));
        assertEquals(THAI, PlainText.of(THAI));
    }

    @Test
    void a_long_run_without_a_space_goes_and_what_stands_around_it_stays() {
        assertEquals("The key is …", PlainText.of("The key is " + "a1".repeat(31)));
        assertEquals("密钥是…。", PlainText.of("密钥是" + "a1".repeat(31) + "。"));
    }

    @Test
    void an_address_goes_and_its_sentence_stays() {
        assertEquals("See (link) there.", PlainText.of("See https://evil.example/?q=1 there."));
        assertEquals("费用为4.50欧元。请见(link)谢谢。", PlainText.of("费用为4.50欧元。请见https://evil.example/?q=1谢谢。"));
        assertEquals("请见(link)谢谢", PlainText.of("请见www.evil.example谢谢"));
    }

    @Test
    void an_address_in_such_a_script_is_one_too() {
        assertEquals("(link)例子(link)测试(link)路径", PlainText.of("https://例子.测试/路径"));
        assertEquals("例子。测试(link)路径(link)数据", PlainText.of("例子。测试/路径?数据"));
    }
}
