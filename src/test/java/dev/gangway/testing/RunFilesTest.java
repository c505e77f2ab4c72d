package dev.gangway.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.gangway.bench.export.ExportCode;
import dev.gangway.bench.export.Recording;
import dev.gangway.bench.export.RunExport.Format;
import dev.gangway.bench.export.RunExport.Secrets;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.model.Verdict;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.ui.text.Words;
import dev.gangway.vault.TestVaults;
import dev.gangway.vault.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests leave the program in files of their owner's, and the audit log says so. */
class RunFilesTest {
    private static final Run RUN = new Run(
            Plan.connect(
                    Endpoint.of("broker.example", 1883, false),
                    TlsOptions.trusting(List.of()),
                    MqttOptions.of(MqttOptions.Version.V5, "pump", Optional.empty(), Optional.empty())),
            Instant.EPOCH,
            Duration.ofMillis(40),
            List.of(),
            new Verdict.Passed(),
            List.of(),
            Optional.empty());

    @TempDir
    Path folder;

    private Vault vault;
    private RunFiles files;

    @BeforeEach
    void create() {
        vault = TestVaults.create(folder.resolve("files.vault"));
        files = new RunFiles(vault);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void aFileIsReplacedWholeAndCanBeReadAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("run.json"), "something older and much longer than one line");

        assertThat(files.write(RUN, "pump", Format.JSON, Secrets.REDACTED, Words.load(Locale.ENGLISH), file))
                .isEqualTo(Outcome.ok(file));

        assertThat(files.read(file).orThrow()).usingRecursiveComparison().isEqualTo(Recording.of(RUN));
        assertThat(vault.audit().about("pump", 5))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details())
                        .containsEntry("file", "run.json")
                        .containsEntry("secrets", "taken out"));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
        }
    }

    @Test
    void nobodyElseMayReadIt() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path file = folder.resolve("run.pcapng");
        files.write(RUN, "pump", Format.PCAPNG, Secrets.KEPT, Words.load(Locale.ENGLISH), file)
                .orThrow();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Outcome<Path> written = files.write(
                RUN,
                "pump",
                Format.JSON,
                Secrets.REDACTED,
                Words.load(Locale.ENGLISH),
                folder.resolve("no").resolve("run.json"));
        assertThat(written.failure())
                .hasValueSatisfying(
                        why -> assertThat(why.is(ExportCode.NOT_WRITTEN)).isTrue());
        assertThat(vault.audit().about("pump", 5)).isEmpty();
    }

    @Test
    void anotherFileIsNoTest() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "milk, bread");
        assertThat(files.read(file).failure())
                .hasValueSatisfying(
                        why -> assertThat(why.is(ExportCode.NOT_A_TEST)).isTrue());
        assertThat(files.read(folder.resolve("nowhere.json")).failure())
                .hasValueSatisfying(
                        why -> assertThat(why.is(ExportCode.NOT_READ)).isTrue());
    }
}
