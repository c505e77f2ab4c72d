package dev.gangway.vault.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import dev.gangway.secret.Secret;
import dev.gangway.settings.Settings;
import dev.gangway.settings.SettingsFile;
import dev.gangway.vault.RecordType;
import dev.gangway.vault.Vault;
import dev.gangway.vault.mapping.RecordMapper;
import dev.gangway.vault.sealing.Argon2Cost;
import dev.gangway.vault.sqlite.SqliteVaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a released program left behind, of each format one folder: a vault with every kind of record, what is in it as
 * JSON that another CBOR library read, a settings file, and exported recordings. Never made anew for a format that was
 * released; {@link #main} makes those of a new one.
 */
final class GoldenVault {
    /** Of every golden vault. */
    static final String PASSPHRASE = "golden vaults hold no secret";

    /** Who wrote them. */
    static final String ACTOR = "golden";

    static final String VAULT = "vault.gangway";
    static final String CONTENTS = "contents.json";
    static final String SETTINGS = "settings.properties";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper CBOR = new CBORMapper();

    private GoldenVault() {}

    /** Vaults whose passphrases cost next to nothing. */
    static SqliteVaults vaults() {
        return new SqliteVaults(() -> new Argon2Cost(64, 1, 1));
    }

    /** One record as another library reads its bytes: byte strings in Base64. */
    static JsonNode read(byte[] cbor) throws IOException {
        return CBOR.readTree(cbor);
    }

    /** Makes the folder of the format that this program writes; it must not exist. */
    static void main(String... folder) throws IOException {
        Path made = Files.createDirectories(Path.of(folder[0]));
        ObjectNode contents = JSON.createObjectNode();
        try (Vault vault = vaults().create(made.resolve(VAULT), Secret.of(PASSPHRASE), ACTOR)
                .orThrow()) {
            EveryValue every = new EveryValue();
            for (RecordType<?> recordType : StoredTypes.kinds()) {
                fill(vault, recordType, every, contents.putArray(recordType.name()));
            }
            vault.audit().append("golden.made", "golden", Map.of("detail", "Text ä€😀"));
        }
        JSON.writerWithDefaultPrettyPrinter().writeValue(made.resolve(CONTENTS).toFile(), contents);
        new SettingsFile(made.resolve(SETTINGS)).save(settings()).orThrow();
    }

    /** Every setting away from its default. */
    static Settings settings() {
        return new Settings(
                Settings.Language.GERMAN,
                Settings.Theme.DARK,
                125,
                Optional.of(Duration.ofMinutes(45)),
                Duration.ofSeconds(20),
                Optional.of(UUID.fromString("11112222-3333-4444-0000-000000000001")),
                Settings.LogDetail.OPERATIONS,
                Settings.ExperimentLimit.USUAL,
                Settings.Motion.SYSTEM);
    }

    private static <T> void fill(Vault vault, RecordType<T> recordType, EveryValue every, ArrayNode contents)
            throws IOException {
        // of those with one id the vault keeps the last
        Map<String, T> last = new LinkedHashMap<>();
        every.of(recordType.type()).forEach(value -> last.put(recordType.id().apply(value), value));
        List<T> values = List.copyOf(last.values());
        vault.repository(recordType).putAll(values);
        RecordMapper<T> mapper = RecordMapper.of(recordType.type());
        for (T value : values) {
            contents.add(read(mapper.toBytes(value)));
        }
    }
}
