package kb;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules that keep the source the way it is. */
class ArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("kb");
    private static final String[] FEATURES = {
        "kb.activity..",
        "kb.documents..",
        "kb.ingest..",
        "kb.pictures..",
        "kb.erasure..",
        "kb.search..",
        "kb.chat..",
        "kb.pages..",
        "kb.masking..",
        "kb.people..",
        "kb.repeats..",
        "kb.usage..",
        "kb.outside..",
        "kb.store..",
        "kb.files.."
    };

    @Test
    void there_is_something_to_check() {
        assertTrue(OURS.size() > 150, "the importer found too little: " + OURS.size());
    }

    @Test
    void http_knows_nothing_of_us() {
        classes()
                .that()
                .resideInAPackage("kb.http..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.slf4j..",
                        "com.fasterxml.jackson..",
                        "org.apache.commons.fileupload..",
                        "kb.http..")
                .check(OURS);
    }

    @Test
    void features_know_nothing_of_http_or_of_any_vendor() {
        var allowed = new ArrayList<>(List.of(FEATURES));
        allowed.addAll(List.of("java..", "org.slf4j.."));
        classes()
                .that()
                .resideInAnyPackage(
                        "kb.activity..",
                        "kb.documents..",
                        "kb.ingest..",
                        "kb.pictures..",
                        "kb.erasure..",
                        "kb.search..",
                        "kb.chat..",
                        "kb.pages..",
                        "kb.masking..",
                        "kb.people..",
                        "kb.repeats..",
                        "kb.usage..",
                        "kb.outside..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .check(OURS);
        allowed.add("com.fasterxml.jackson..");
        classes()
                .that()
                .resideInAnyPackage("kb.store..", "kb.files..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .check(OURS);
    }

    @Test
    void each_vendor_stays_in_its_package() {
        var homes = Map.of(
                "com.amazonaws..", List.of("kb.lambda.."),
                "software.amazon..", List.of("kb.aws..", "kb.local.."),
                "io.weaviate..", List.of("kb.weaviate.."),
                "dev.langchain4j..", List.of("kb.llm..", "kb.local.."),
                "org.apache.pdfbox..", List.of("kb.pdf.."),
                "com.auth0.jwt..", List.of("kb.jwt.."));
        homes.forEach((vendor, packages) -> noClasses()
                .that()
                .resideOutsideOfPackages(packages.toArray(String[]::new))
                .and()
                .doNotHaveFullyQualifiedName("kb.Production")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(vendor)
                .check(OURS));
    }

    @Test
    void front_ends_reach_the_application_only_through_the_router() {
        noClasses()
                .that()
                .resideInAPackage("kb.lambda..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("kb.api..", "kb.documents..", "kb.ingest..", "kb.search..", "kb.chat..", "kb.aws..")
                .check(OURS);
    }

    @Test
    void packages_are_free_of_cycles() {
        slices().matching("kb.(*)..").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void nothing_can_change_after_construction() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage("kb..")
                .should()
                .beFinal()
                .check(OURS);
    }

    @Test
    void features_never_ask_for_the_time_or_chance() {
        noClasses()
                .that()
                .resideInAnyPackage(FEATURES)
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "getenv")
                .check(OURS);
    }

    @Test
    void a_file_is_read_in_one_sitting() throws IOException {
        for (var sources : List.of(Path.of("..", "src", "main", "java"), Path.of("src", "main", "java"))) {
            try (var files = Files.walk(sources)) {
                for (var file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    var lines = Files.readAllLines(file).size();
                    assertTrue(lines <= 200, () -> file + " has " + lines + " lines");
                }
            }
        }
    }

    @Test
    void every_front_end_keeps_the_whole_contract() {
        // one that is not public asks for more than a front end: a storage that is not the test's own
        var contracts = new ClassFileImporter()
                .importPackages("kb").stream()
                        .filter(type -> type.isInterface() && type.isAssignableTo(Contract.class))
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::reflect)
                        .toList();
        assertTrue(contracts.contains(BadUploadContract.class) && contracts.size() > 9, contracts::toString);
        for (var contract : contracts) {
            for (var frontEnd : List.of(LambdaFrontEndTest.class, LocalFrontEndTest.class)) {
                assertTrue(contract.isAssignableFrom(frontEnd), () -> frontEnd + " does not keep " + contract);
            }
        }
    }
}
