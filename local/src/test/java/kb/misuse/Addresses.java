package kb.misuse;

import java.util.List;
import java.util.Locale;

/** Other places, other verbs and other signatures than those that were given out. */
final class Addresses {
    private Addresses() {}

    // spotless:off
    static List<Misuse> keys() {
        return List.of(
                new Misuse("another name beside it", scene -> scene.put().at(scene.folder() + "other.pdf")),
                new Misuse("the document's own pages", scene -> scene.put().at(scene.folder() + "pages/00000001.json.gz")),
                new Misuse("another document of the same person", scene -> scene.put().at(scene.sibling())),
                new Misuse("a document of a stranger", scene -> scene.put().at(scene.stranger())),
                new Misuse("steps up", scene -> scene.put().at(scene.folder() + "../up.pdf")),
                new Misuse("steps up and back", scene -> scene.put().at(scene.folder() + "x/../source.pdf")),
                new Misuse("encoded steps up", scene -> scene.put().at(scene.folder() + "%2e%2e/up.pdf")),
                new Misuse("steps out of the bucket", scene -> scene.put().at(scene.bucket() + "/../../out.pdf")),
                new Misuse("encoded steps out of the bucket", scene -> scene.put().at(scene.bucket() + "/..%2f..%2fout.pdf")),
                new Misuse("encoded slashes", scene -> scene.put().at(encoded(scene))),
                new Misuse("double slashes", scene -> scene.put().at(scene.folder() + "/source.pdf")),
                new Misuse("a slash behind it", scene -> scene.put().at(scene.put().path() + "/")),
                new Misuse("an encoded zero", scene -> scene.put().at(scene.put().path() + "%00.txt")),
                new Misuse("capitals", scene -> scene.put().at(scene.bucket() + scene.put().path().substring(scene.bucket().length()).toUpperCase(Locale.ROOT))),
                new Misuse("another bucket", scene -> scene.put().at("/elsewhere" + scene.put().path().substring(scene.bucket().length()))),
                new Misuse("the bucket itself", scene -> scene.put().at(scene.bucket())));
    }

    private static String encoded(Scene scene) {
        var key = scene.put().path().substring(scene.bucket().length() + 1);
        return scene.bucket() + "/" + key.replace("/", "%2F") + ".pdf";
    }

    static List<Misuse> verbs() {
        return List.of(
                new Misuse("GET", scene -> scene.put().by("GET")),
                new Misuse("HEAD", scene -> scene.put().by("HEAD")),
                new Misuse("DELETE", scene -> scene.put().by("DELETE")),
                new Misuse("POST", scene -> scene.put().by("POST")),
                new Misuse("PATCH", scene -> scene.put().by("PATCH")),
                new Misuse("a verb in small letters", scene -> scene.put().by("put")),
                new Misuse("DELETE of a stranger's", scene -> scene.put().by("DELETE").at(scene.stranger())),
                new Misuse("the beginning of an upload in parts", scene -> scene.put().by("POST").asking("uploads=")),
                new Misuse("a part of an upload", scene -> scene.put().asking("uploadId=1").asking("partNumber=1")),
                new Misuse("the end of an upload in parts", scene -> scene.put().by("POST").asking("uploadId=1")),
                new Misuse("access rules", scene -> scene.put().asking("acl=")),
                new Misuse("tags of an object", scene -> scene.put().asking("tagging=")),
                new Misuse("a retention", scene -> scene.put().asking("retention=")),
                new Misuse("a policy for the bucket", scene -> scene.put().at(scene.bucket()).asking("policy=")),
                new Misuse("the deletion of many", scene -> scene.put().by("POST").at(scene.bucket()).asking("delete=")),
                new Misuse("the list of the bucket", scene -> scene.put().by("GET").at(scene.bucket()).asking("list-type=2")));
    }

    static List<Misuse> signatures() {
        return List.of(
                new Misuse("none at all", scene -> scene.put().asking(List.of())),
                new Misuse("another secret's", scene -> scene.signed()),
                new Misuse("one whose time is over", scene -> scene.late().get()),
                new Misuse("one whose time is over, with a later end", scene -> scene.late().get().changed("X-Amz-Expires", _ -> "604800")),
                new Misuse("a later end", scene -> scene.put().changed("X-Amz-Expires", _ -> "3600")),
                new Misuse("no end", scene -> scene.put().unasked("X-Amz-Expires")),
                new Misuse("one whose time is over, with a second end", scene -> scene.late().get().asking("X-Amz-Expires=604800")),
                new Misuse("one whose time is over, behind another end", scene -> scene.late().get().behind("X-Amz-Expires=604800")),
                new Misuse("fewer signed headers", scene -> scene.put().changed("X-Amz-SignedHeaders", _ -> "host").unsaid("if-none-match")),
                new Misuse("a second list of signed headers", scene -> scene.put().asking("X-Amz-SignedHeaders=host").unsaid("if-none-match")),
                new Misuse("no list of signed headers", scene -> scene.put().unasked("X-Amz-SignedHeaders")),
                new Misuse("another algorithm", scene -> scene.put().changed("X-Amz-Algorithm", _ -> "AWS4-HMAC-SHA1")),
                new Misuse("no algorithm", scene -> scene.put().unasked("X-Amz-Algorithm")),
                new Misuse("another time of signing", scene -> scene.put().changed("X-Amz-Date", _ -> "20300101T000000Z")),
                new Misuse("no time of signing", scene -> scene.put().unasked("X-Amz-Date")),
                new Misuse("another day in its scope", scene -> scene.put().changed("X-Amz-Credential", old -> old.replaceFirst("%2F[0-9]{8}", "%2F20300101"))),
                new Misuse("another region", scene -> scene.put().changed("X-Amz-Credential", old -> old.replace("us-east-1", "eu-west-1"))),
                new Misuse("another service", scene -> scene.put().changed("X-Amz-Credential", old -> old.replace("%2Fs3%2F", "%2Fsqs%2F"))),
                new Misuse("another access key", scene -> scene.put().changed("X-Amz-Credential", old -> "AKIDNOBODY" + old.substring(old.indexOf("%2F")))),
                new Misuse("no credential", scene -> scene.put().unasked("X-Amz-Credential")),
                new Misuse("no signature", scene -> scene.put().unasked("X-Amz-Signature")),
                new Misuse("an empty one", scene -> scene.put().changed("X-Amz-Signature", _ -> "")),
                new Misuse("zeros", scene -> scene.put().changed("X-Amz-Signature", old -> "0".repeat(old.length()))),
                new Misuse("one that is cut", scene -> scene.put().changed("X-Amz-Signature", old -> old.substring(1))),
                new Misuse("a second one", scene -> scene.put().asking("X-Amz-Signature=" + "0".repeat(64)).unsaid("if-none-match")),
                new Misuse("the old kind of signature", scene -> scene.put().asking(List.of("AWSAccessKeyId=a", "Expires=9999999999", "Signature=b"))),
                new Misuse("something else asked for", scene -> scene.put().asking("response-content-type=text/html")));
    }
    // spotless:on
}
