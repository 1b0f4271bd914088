/**
 * Reading PDFs in a child process: whatever a file does, it does there.
 *
 * <p>{@link kb.contained.ContainedReader} is the port's adapter. It starts {@link kb.contained.ReadingProcess} with this
 * process's Java and class path when the first document comes, so after a SnapStart restore too, and asks it for one
 * document after the other. What is promised:
 *
 * <ul>
 *   <li>The child has 256 MB of heap and 384 MB in all, a folder of its own, which is its temporary one too and goes with it,
 *       and of the environment nothing but {@code LC_ALL=C.UTF-8}: no credentials. It ends with its standard input, so with
 *       this process, however that ends; after 30 seconds without work; after 50 documents; and after a file that
 *       was too much for it.
 *   <li>A document ends complete or unreadable for a {@link kb.ingest.PdfReader.Reason}. Ten seconds without a page are
 *       {@code PARSE_TIMEOUT}, as is more than a tenth of a second a page, or ten seconds, in all. Out of memory is {@code
 *       LIMIT_EXCEEDED}; any other end of the child, and whatever it says that is not a {@link kb.contained.Frame} in its
 *       place, is {@code PARSER_CRASHED}. The same file would do it again, so none of these is tried again. Only a long
 *       document that two threads of a child read, and that fills its memory, is read on by one in another.
 *   <li>A child that does not start, or is ended from outside while it reads (SIGTERM, SIGINT, our own stop), is not the file's
 *       doing: that is {@link kb.ingest.PdfReader.Down}, and the work waits.
 *   <li>The child's standard error is thrown away: it may quote the document.
 * </ul>
 *
 * <p>With an OCR program configured, {@link kb.contained.RecognisingReader} has another child draw each page that shows something
 * and has no text, and the program look for letters in the picture: 30 seconds at most, without environment, in a folder that goes.
 * Whatever comes of that, the document is read.
 *
 * <p>Pictures for people are drawn in the same children, two at a time, ten seconds at most, and come as one frame: a PNG of 4 megapixels
 * and 4 MB at most, which is looked at before it is believed. What a page does to its child is told as for reading.
 *
 * <p>What is assumed: {@code java} lies in {@code java.home/bin}, as in Lambda's managed runtime; where our classes came not
 * from the class path but from a loader of the runtime's, their folder and {@code lib/*.jar} in it are the class path; a
 * folder can be made in the temporary one, {@code /tmp} on Lambda; and there are 384 MB to spare beside this process.
 */
package kb.contained;
