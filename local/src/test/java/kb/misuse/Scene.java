package kb.misuse;

import java.util.function.Supplier;

/**
 * Somebody has announced a PDF and may put it.
 *
 * @param put as it is meant
 * @param sibling the object of another PDF that the same person announced
 * @param stranger the object of a document of another tenant, which is there
 * @param signed an address for the same object that was signed with another secret
 * @param late one whose time is over
 */
public record Scene(SignedPut put, String sibling, String stranger, SignedPut signed, Supplier<SignedPut> late) {
    byte[] pdf() {
        return put.body();
    }

    /** The same number of other bytes, which are a PDF too. */
    public byte[] others() {
        var others = pdf().clone();
        others[others.length - 8] ^= 1;
        return others;
    }

    String bucket() {
        return put.path().substring(0, put.path().indexOf('/', 1));
    }

    /** The folder of the document. */
    String folder() {
        return put.path().substring(0, put.path().lastIndexOf('/') + 1);
    }
}
