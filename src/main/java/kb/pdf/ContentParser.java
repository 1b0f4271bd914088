package kb.pdf;

import java.io.IOException;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;

/**
 * PDFBox's parser of content, but quick at what most pages consist of: plain numbers, strings and operators. PDFBox goes through a text
 * for each of them, asking for byte after byte.
 */
final class ContentParser extends PDFStreamParser {
    private final ContentBytes bytes;
    private final PlainNumbers numbers;
    private final PlainStrings strings;

    ContentParser(PDContentStream content) throws IOException {
        super(content);
        bytes = source instanceof ContentBytes known ? known : ContentBytes.NONE;
        numbers = new PlainNumbers(bytes);
        strings = new PlainStrings(bytes);
    }

    @Override
    public Object parseNextToken() throws IOException {
        if (source.isClosed()) return null;
        var number = numbers.next();
        if (number != null) return number;
        var operator = strings.operator();
        return operator == null ? super.parseNextToken() : operator;
    }

    @Override
    protected COSBase parseDirObject() throws IOException {
        var number = numbers.next();
        return number == null ? super.parseDirObject() : number;
    }

    @Override
    protected COSString parseCOSString() throws IOException {
        var string = strings.string();
        return string == null ? super.parseCOSString() : string;
    }

    @Override
    protected void skipSpaces() throws IOException {
        if (bytes != ContentBytes.NONE) bytes.goTo(bytes.afterSpace());
        if (bytes == ContentBytes.NONE || bytes.peek() == '%') super.skipSpaces();
    }
}
