package dev.gangway.pki.bouncycastle.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Finding;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Source;
import dev.gangway.pki.bouncycastle.BouncyCastleImporter;
import dev.gangway.pki.bouncycastle.BouncyCastleReader;
import dev.gangway.pki.bouncycastle.samples.SampleSet.Sample;
import dev.gangway.pki.checks.CredentialCheck;
import dev.gangway.pki.importing.Passphrases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each sample is what its README says it is: those made now, and those that lie in the repository. */
class SampleSetTest {
    private static final Path COMMITTED = Path.of("sample-certs");
    private static final List<Sample> MADE = SampleSet.make(Instant.now());

    private final BouncyCastleReader reader = new BouncyCastleReader();
    private final BouncyCastleImporter importer = new BouncyCastleImporter(Clock.systemUTC());
    private final CredentialCheck check = new CredentialCheck(Clock.systemUTC());

    @TestFactory
    Stream<DynamicTest> whatIsMadeIsWhatItSays() {
        return MADE.stream()
                .map(sample -> DynamicTest.dynamicTest(
                        sample.name(),
                        () -> judge(
                                sample,
                                sample.files().stream()
                                        .map(file -> new Source(
                                                file.name(), file.content().withBytes(byte[]::clone)))
                                        .toList())));
    }

    @TestFactory
    Stream<DynamicTest> whatIsCommittedIsWhatItSays() {
        return MADE.stream()
                .map(sample -> DynamicTest.dynamicTest(
                        sample.name(),
                        () -> judge(
                                sample,
                                sample.files().stream()
                                        .map(file -> Source.file(COMMITTED.resolve(file.name()))
                                                .orThrow())
                                        .toList())));
    }

    @Test
    void theCommittedSetIsCompleteAndNothingMore() throws Exception {
        try (Stream<Path> files = Files.list(COMMITTED)) {
            Set<String> found =
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
            Set<String> made = MADE.stream()
                    .flatMap(sample -> sample.files().stream())
                    .map(file -> file.name())
                    .collect(Collectors.toCollection(TreeSet::new));
            made.add("README.md");
            assertThat(found).isEqualTo(made);
        }
        assertThat(Files.readString(COMMITTED.resolve("README.md"))).isEqualTo(SampleFolder.readme(MADE));
    }

    private void judge(Sample sample, List<Source> files) {
        List<String> said = said(sample, files);
        sample.said()
                .ifPresentOrElse(
                        expected -> assertThat(said).contains(expected),
                        () -> assertThat(said)
                                .doesNotContain(
                                        PkiCode.KEY_MISMATCH.id(),
                                        PkiCode.CHAIN_BROKEN.id(),
                                        PkiCode.LEAF_NOT_FIRST.id()));
    }

    /** Everything that reading, checking and importing has to say. */
    private List<String> said(Sample sample, List<Source> files) {
        List<String> said = new ArrayList<>();
        Source first = files.getFirst();
        reader.read(first, Optional.empty())
                .handle(
                        contents ->
                                contents.notices().stream().map(Evidence::key).forEach(said::add),
                        failure -> said.add(failure.code()));
        add(reader.readCertificate(first), said);
        if (files.size() > 1) {
            reader.readIdentity(first, files.get(1), Optional.empty())
                    .handle(
                            identity -> check.check(identity, sample.name(), sample.name()).stream()
                                    .map(Finding::diagnosis)
                                    .map(Diagnosis::code)
                                    .forEach(said::add),
                            failure -> said.add(failure.code()));
            importer.read(files, Passphrases.none())
                    .handle(
                            preview -> preview.items().stream()
                                    .flatMap(item -> item.findings().stream())
                                    .map(finding -> finding.diagnosis().code())
                                    .forEach(said::add),
                            failure -> said.add(failure.code()));
        }
        return said;
    }

    private static void add(Outcome<?> outcome, List<String> said) {
        outcome.failure().map(Diagnosis::code).ifPresent(said::add);
    }
}
