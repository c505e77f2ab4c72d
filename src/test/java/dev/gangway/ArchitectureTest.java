package dev.gangway;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Keeps the arrows between the rooms, and the libraries behind their fences; see docs/architecture.md. */
class ArchitectureTest {
    private static final JavaClasses GANGWAY = new ClassFileImporter()
            .withImportOption(location -> !location.contains("test-classes"))
            .importPackages("dev.gangway");

    private static final String ROOT = "dev.gangway.";

    private static final Path SOURCES = Path.of("src/main/java/dev/gangway");

    /** Which rooms a room may know, beside itself and {@code stored}, as docs/architecture.md says. */
    private static final Map<String, Room> ROOMS = rooms();

    /** How far from what the table says a room's lines may be: a quarter of them, and 150 where that is more. */
    private static final int LINES = 150;

    private record Room(int lines, Set<String> known) {}

    /** Libraries, and the only places that may name them. */
    private static final Map<String, List<String>> FENCES = Map.ofEntries(
            Map.entry(
                    "org.bouncycastle..",
                    List.of("pki.bouncycastle..", "enrolment..", "bench.tls..", "vault.sealing..", "line.record..")),
            Map.entry("java.lang.foreign..", List.of("pki.pkcs11..", "app..")),
            Map.entry("org.eclipse.californium..", List.of("bench.coap..", "practice.coap..")),
            Map.entry("io.netty..", List.of("practice..")),
            Map.entry("com.ongres..", List.of("bench.mqtt..")),
            Map.entry("org.eclipse.paho..", List.of("bench.paho..")),
            Map.entry("io.vertx..", List.of("practice..")),
            Map.entry("com.nimbusds..", List.of("token..", "practice..", "pki.jwk..", "bench.rules..")),
            Map.entry("okhttp3..", List.of("http..", "server..", "token..", "enrolment.http..")),
            Map.entry(
                    "com.fasterxml.jackson..",
                    List.of("server..", "practice..", "cli..", "token..", "bench.export..", "line..")),
            Map.entry("de.siegmar.fastcsv..", List.of("line.batch..", "line.report..")),
            Map.entry("org.dhatim.fastexcel..", List.of("line.batch.table..")),
            Map.entry("uk.org.okapibarcode..", List.of("line.label..")),
            Map.entry("org.apache.pdfbox..", List.of("line.label..", "line.record..", "line.report..")),
            Map.entry("java.sql..", List.of("vault.sqlite..")),
            Map.entry("org.sqlite..", List.of("vault.sqlite..")),
            Map.entry("org.flywaydb..", List.of("vault.sqlite..")),
            Map.entry("javafx..", List.of("ui..", "app..")),
            Map.entry("org.commonmark..", List.of("ui.text.guide..", "ui.help..")),
            Map.entry("picocli..", List.of("cli..", "app..")));

    private static Map<String, Room> rooms() {
        Pattern row = Pattern.compile("\\| `(\\w+)` \\| .* \\| ([\\d,]+) \\| (.*) \\|");
        try (Stream<String> table = Files.lines(Path.of("docs/architecture.md"))) {
            return table.map(row::matcher)
                    .filter(Matcher::matches)
                    .collect(Collectors.toMap(
                            found -> found.group(1),
                            found -> new Room(
                                    Integer.parseInt(found.group(2).replace(",", "")),
                                    Set.of(found.group(3).split(", ")))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theTableNamesEveryRoom() throws IOException {
        try (Stream<Path> folders = Files.list(SOURCES)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(ROOMS.keySet());
        }
    }

    @TestFactory
    Stream<DynamicTest> theTableTellsHowLargeARoomIs() {
        return ROOMS.entrySet().stream()
                .map(room -> DynamicTest.dynamicTest(room.getKey(), () -> {
                    int told = room.getValue().lines();
                    assertThat(lines(SOURCES.resolve(room.getKey())))
                            .as("lines of %s; docs/architecture.md says %d", room.getKey(), told)
                            .isBetween(told - Math.max(LINES, told / 4), told + Math.max(LINES, told / 4));
                }));
    }

    private static int lines(Path room) throws IOException {
        try (Stream<Path> files = Files.walk(room)) {
            int sum = 0;
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sum += Files.readAllLines(file).size();
            }
            return sum;
        }
    }

    @TestFactory
    Stream<DynamicTest> arrowsGoOneWay() {
        return ROOMS.entrySet().stream()
                .filter(room -> !room.getKey().equals("app"))
                .map(room -> DynamicTest.dynamicTest(room.getKey(), () -> {
                    String[] forbidden = ROOMS.keySet().stream()
                            .filter(other -> !other.equals(room.getKey())
                                    && !other.equals("stored")
                                    && !room.getValue().known().contains(other))
                            .map(other -> ROOT + other + "..")
                            .toArray(String[]::new);
                    noClasses()
                            .that()
                            .resideInAPackage(ROOT + room.getKey() + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(forbidden)
                            .check(GANGWAY);
                }));
    }

    @TestFactory
    Stream<DynamicTest> librariesStayBehindTheirFences() {
        return FENCES.entrySet().stream()
                .map(fence -> DynamicTest.dynamicTest(fence.getKey(), () -> {
                    String[] allowed =
                            fence.getValue().stream().map(place -> ROOT + place).toArray(String[]::new);
                    noClasses()
                            .that()
                            .resideOutsideOfPackages(allowed)
                            .should()
                            .dependOnClassesThat()
                            .resideInAPackage(fence.getKey())
                            .check(GANGWAY);
                }));
    }

    @Test
    void packagesMakeNoCycle() {
        SliceAssignment byPackage = new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass one) {
                return SliceIdentifier.of(one.getPackageName());
            }

            @Override
            public String getDescription() {
                return "packages, at their full depth";
            }
        };
        SlicesRuleDefinition.slices()
                .assignedFrom(byPackage)
                .should()
                .beFreeOfCycles()
                .check(GANGWAY);
    }

    @TestFactory
    Stream<DynamicTest> aKindOfServerIsKnownToTheWiringAlone() {
        return GANGWAY.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT + "server."))
                .distinct()
                .map(kind -> DynamicTest.dynamicTest(
                        kind.substring(ROOT.length()),
                        () -> noClasses()
                                .that()
                                .resideOutsideOfPackages(kind + "..", ROOT + "app..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(kind + "..")
                                .check(GANGWAY)));
    }

    @Test
    void theCommandLineSharesWordsAloneWithTheWindow() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "cli..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(ROOT + "ui..")
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(resideInAnyPackage(ROOT + "ui.text.."))))
                .check(GANGWAY);
    }

    @Test
    void theBottomUsesTheJdkAlone() {
        String[] bottom = Stream.of("diagnosis", "secret", "background", "stored", "device")
                .map(room -> ROOT + room + "..")
                .toArray(String[]::new);
        String[] known = Stream.concat(Arrays.stream(bottom), Stream.of("java..", "org.jspecify.."))
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAnyPackage(bottom)
                .should()
                .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.not(resideInAnyPackage(known)))
                .check(GANGWAY);
    }

    @Test
    void screensDoNotKnowEachOther() {
        SlicesRuleDefinition.slices()
                .matching(ROOT + "ui.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        resideInAnyPackage(ROOT + "ui.."), resideInAnyPackage(ROOT + "ui.kit..", ROOT + "ui.text.."))
                .ignoreDependency(
                        resideInAnyPackage(ROOT + "ui.shell.."),
                        resideInAnyPackage(ROOT + "ui.unlock..", ROOT + "ui.settings..", ROOT + "ui.help.."))
                .allowEmptyShould(true)
                .check(GANGWAY);
    }

    @Test
    void nothingPrintsPastTheTerminal() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "cli..")
                .and()
                .doNotHaveSimpleName("Terminal")
                .should()
                .callMethodWhere(JavaCall.Predicates.target(owner(assignableTo(PrintStream.class)))
                        .and(JavaCall.Predicates.target(nameMatching("print.*|write.*|append|format"))))
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(GANGWAY);
    }

    @Test
    void viewModelsKnowNoControl() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat(resideInAnyPackage("javafx..")
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(
                                resideInAnyPackage("javafx.beans..", "javafx.collections.."))))
                .allowEmptyShould(true)
                .check(GANGWAY);
    }
}
