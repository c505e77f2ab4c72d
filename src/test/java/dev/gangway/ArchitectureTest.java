package dev.gangway;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** Which rooms a room may know, beside itself. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("diagnosis", Set.of()),
            Map.entry("secret", Set.of()),
            Map.entry("stored", Set.of()),
            Map.entry("background", Set.of("diagnosis")),
            Map.entry("logging", Set.of("secret")),
            Map.entry("settings", Set.of("diagnosis")),
            Map.entry("device", Set.of("diagnosis", "background", "secret")),
            Map.entry("pki", Set.of("diagnosis", "background", "secret")),
            Map.entry("http", Set.of("pki")),
            Map.entry("enrolment", Set.of("diagnosis", "background", "secret", "pki", "http")),
            Map.entry("token", Set.of("diagnosis", "background", "secret", "pki", "http")),
            Map.entry("bench", Set.of("diagnosis", "background", "secret", "device", "pki")),
            Map.entry("server", Set.of("diagnosis", "background", "secret", "device", "pki", "http")),
            Map.entry("vault", Set.of("diagnosis", "background", "secret", "device", "pki")),
            Map.entry("authorities", Set.of("vault", "device", "pki", "diagnosis", "background", "secret")),
            Map.entry(
                    "inventory",
                    Set.of("authorities", "server", "vault", "device", "pki", "diagnosis", "background", "secret")),
            Map.entry(
                    "credentials",
                    Set.of(
                            "inventory",
                            "authorities",
                            "enrolment",
                            "bench",
                            "http",
                            "server",
                            "vault",
                            "token",
                            "device",
                            "pki",
                            "diagnosis",
                            "background",
                            "secret")),
            Map.entry(
                    "testing",
                    Set.of(
                            "inventory",
                            "credentials",
                            "authorities",
                            "bench",
                            "server",
                            "vault",
                            "device",
                            "pki",
                            "diagnosis",
                            "background",
                            "secret")),
            Map.entry(
                    "transfer",
                    Set.of(
                            "inventory",
                            "authorities",
                            "server",
                            "vault",
                            "device",
                            "pki",
                            "diagnosis",
                            "background",
                            "secret")),
            Map.entry(
                    "onboarding",
                    Set.of(
                            "inventory",
                            "credentials",
                            "testing",
                            "bench",
                            "server",
                            "vault",
                            "device",
                            "pki",
                            "diagnosis",
                            "background",
                            "secret")),
            Map.entry(
                    "cli",
                    Set.of(
                            "onboarding",
                            "transfer",
                            "inventory",
                            "credentials",
                            "testing",
                            "authorities",
                            "enrolment",
                            "bench",
                            "http",
                            "practice",
                            "server",
                            "settings",
                            "ui",
                            "vault",
                            "token",
                            "device",
                            "pki",
                            "diagnosis",
                            "background",
                            "secret")),
            Map.entry("practice", Set.of("pki", "token", "diagnosis", "background", "secret")),
            Map.entry(
                    "ui",
                    Set.of(
                            "onboarding",
                            "inventory",
                            "credentials",
                            "testing",
                            "transfer",
                            "authorities",
                            "enrolment",
                            "bench",
                            "server",
                            "vault",
                            "token",
                            "device",
                            "pki",
                            "diagnosis",
                            "background",
                            "secret",
                            "settings")));

    /** Libraries, and the only places that may name them. */
    private static final Map<String, List<String>> FENCES = Map.ofEntries(
            Map.entry(
                    "org.bouncycastle..",
                    List.of("pki.bouncycastle..", "enrolment..", "bench.tls..", "vault.sealing..")),
            Map.entry("java.lang.foreign..", List.of("pki.pkcs11..", "app..")),
            Map.entry("org.eclipse.californium..", List.of("bench.coap..", "practice.coap..")),
            Map.entry("io.netty..", List.of("practice..")),
            Map.entry("com.ongres..", List.of("bench.mqtt..")),
            Map.entry("io.vertx..", List.of("practice..")),
            Map.entry("com.nimbusds..", List.of("token..", "practice..", "pki.jwk..")),
            Map.entry("okhttp3..", List.of("http..", "server..", "token..", "enrolment.http..")),
            Map.entry(
                    "com.fasterxml.jackson..", List.of("server..", "practice..", "cli..", "token..", "bench.export..")),
            Map.entry("java.sql..", List.of("vault.sqlite..")),
            Map.entry("org.sqlite..", List.of("vault.sqlite..")),
            Map.entry("org.jdbi..", List.of("vault.sqlite..")),
            Map.entry("org.flywaydb..", List.of("vault.sqlite..")),
            Map.entry("javafx..", List.of("ui..", "app..")),
            Map.entry("picocli..", List.of("cli..", "app..")));

    @TestFactory
    Stream<DynamicTest> arrowsGoOneWay() {
        Set<String> all = new HashSet<>(ARROWS.keySet());
        all.add("app");
        return ARROWS.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    String[] forbidden = all.stream()
                            .filter(room -> !room.equals(entry.getKey())
                                    && !room.equals("stored") // names that every room may carry
                                    && !entry.getValue().contains(room))
                            .map(room -> ROOT + room + "..")
                            .toArray(String[]::new);
                    noClasses()
                            .that()
                            .resideInAPackage(ROOT + entry.getKey() + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(forbidden)
                            .allowEmptyShould(true)
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
                        resideInAnyPackage(ROOT + "ui.unlock..", ROOT + "ui.settings.."))
                .allowEmptyShould(true)
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
