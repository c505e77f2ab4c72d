package dev.gangway.vault.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.bench.export.Recording;
import dev.gangway.bench.export.RecordingFormat;
import dev.gangway.secret.Secret;
import dev.gangway.settings.SettingsFile;
import dev.gangway.vault.AuditLog;
import dev.gangway.vault.RecordType;
import dev.gangway.vault.Vault;
import dev.gangway.vault.mapping.RecordMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Opens what each released format left behind. */
class GoldenVaultTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/gangway/vault/golden");

    /** Components that a later version dropped, as kind and path; each with its reason beside it. */
    private static final Set<String> DROPPED = Set.of();

    @TempDir
    private Path folder;

    static List<Path> formats() throws IOException {
        try (Stream<Path> formats = Files.list(GOLDEN)) {
            return formats.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void everyRecordIsReadAsItWasWritten(Path format) throws IOException {
        JsonNode contents =
                new ObjectMapper().readTree(format.resolve(GoldenVault.CONTENTS).toFile());
        Set<String> names = new TreeSet<>();
        contents.fieldNames().forEachRemaining(names::add);
        try (Vault vault = open(format)) {
            for (RecordType<?> recordType : StoredTypes.kinds()) {
                if (names.remove(recordType.name())) {
                    assertReads(vault, recordType, contents.get(recordType.name()));
                }
            }
        }
        assertThat(names).as("kinds that this program no longer knows").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void itsAuditLogIsWhole(Path format) throws IOException {
        try (Vault vault = open(format)) {
            assertThat(vault.audit().firstBroken()).isEmpty();
            assertThat(vault.audit().about("golden", 10)).singleElement().satisfies(entry -> {
                assertThat(entry.action()).isEqualTo("golden.made");
                assertThat(entry.actor()).isEqualTo(GoldenVault.ACTOR);
                assertThat(entry.details()).isEqualTo(Map.of("detail", "Text ä€😀"));
            });
            assertThat(vault.audit().newest(3))
                    .extracting(AuditLog.Entry::action)
                    .containsExactly("vault.unlocked", "golden.made", "vault.created");
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void itsSettingsAreRead(Path format) {
        SettingsFile.Loaded loaded = new SettingsFile(format.resolve(GoldenVault.SETTINGS)).load();
        assertThat(loaded.problem()).isEmpty();
        assertThat(loaded.settings()).isEqualTo(GoldenVault.settings());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void itsExportedRecordingsAreRead(Path format) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(format)) {
            files = all.filter(file -> file.getFileName().toString().startsWith("recording-"))
                    .toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            byte[] exported = Files.readAllBytes(file);
            Recording recording = RecordingFormat.parse(exported).orElseThrow();
            JsonNode json = new ObjectMapper().readTree(exported);
            List<String> lost = new ArrayList<>();
            compare("recording", json, new ObjectMapper().readTree(packedAndUnpacked(recording)), lost);
            assertThat(lost).isEmpty();
        }
    }

    /** The JSON that is kept in the vault of it. */
    private static byte[] packedAndUnpacked(Recording recording) throws IOException {
        byte[] packed = RecordingFormat.pack(recording, 1 << 20).orElseThrow();
        assertThat(RecordingFormat.unpack(packed))
                .hasValueSatisfying(
                        again -> assertThat(again).usingRecursiveComparison().isEqualTo(recording));
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }

    private Vault open(Path format) throws IOException {
        Path copy = Files.copy(format.resolve(GoldenVault.VAULT), folder.resolve(format.getFileName()));
        return GoldenVault.vaults()
                .unlock(copy, Secret.of(GoldenVault.PASSPHRASE), "tester")
                .orThrow();
    }

    private static <T> void assertReads(Vault vault, RecordType<T> recordType, JsonNode written) throws IOException {
        try (Stream<T> all = vault.repository(recordType).all()) {
            List<T> values = all.toList();
            assertThat(values).as(recordType.name()).hasSize(written.size());
            List<String> lost = new ArrayList<>();
            RecordMapper<T> mapper = RecordMapper.of(recordType.type());
            for (int i = 0; i < values.size(); i++) {
                T value = values.get(i);
                compare(recordType.name(), written.get(i), GoldenVault.read(mapper.toBytes(value)), lost);
                recordType
                        .keys()
                        .apply(value)
                        .forEach((key, of) -> assertThat(
                                        vault.repository(recordType).find(key, of))
                                .as(recordType.name() + " by " + key)
                                .extracting(recordType.id())
                                .contains(recordType.id().apply(value)));
            }
            assertThat(lost).isEmpty();
        }
    }

    /** Notes what was written and is not what is written now; what a newer program added is no loss. */
    private static void compare(String place, JsonNode written, JsonNode now, List<String> lost) {
        if (written.isObject() && now != null && now.isObject()) {
            written.properties()
                    .forEach(each ->
                            compare(place + "." + each.getKey(), each.getValue(), now.get(each.getKey()), lost));
        } else if (written.isArray() && now != null && now.isArray() && written.size() == now.size()) {
            for (int i = 0; i < written.size(); i++) {
                compare(place, written.get(i), now.get(i), lost);
            }
        } else if (!same(written, now) && !DROPPED.contains(place)) {
            lost.add(place + ": " + written + " is now " + now);
        }
    }

    /** Byte strings are Base64 in the file that the JSON was read from. */
    private static boolean same(JsonNode written, JsonNode now) {
        return now != null && (written.isTextual() ? written.asText().equals(now.asText()) : written.equals(now));
    }
}
