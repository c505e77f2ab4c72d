package dev.gangway.pki.export;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Source;
import dev.gangway.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.ldap.Rdn;

/**
 * The settings that ThingsBoard's {@code client.keygen.sh} reads: lines of {@code NAME=value} as a shell takes them.
 * Nothing in them is executed.
 *
 * @param subject as in RFC 4514
 * @param prefix of the names of the files
 * @param alias of the entry in the key store
 * @param keyType what {@code CLIENT_KEY_ALG} and {@code CLIENT_KEY_GROUP_NAME} or {@code CLIENT_KEY_SIZE} say
 * @param passphrase of key store and key, which PKCS#12 keeps under one
 */
public record KeygenProperties(String subject, String prefix, String alias, KeyType keyType, Secret passphrase) {
    private static final Pattern LINE = Pattern.compile("([A-Z_]+)=(?:\"([^\"]*)\"|'([^']*)'|([^\"'#]*))\\s*(?:#.*)?");
    private static final Map<String, String> SUBJECT_PARTS = Map.of(
            "ORGANIZATIONAL_UNIT", "OU",
            "ORGANIZATION", "O",
            "CITY", "L",
            "STATE_OR_PROVINCE", "ST",
            "TWO_LETTER_COUNTRY_CODE", "C");
    private static final List<String> SUBJECT_ORDER =
            List.of("ORGANIZATIONAL_UNIT", "ORGANIZATION", "CITY", "STATE_OR_PROVINCE", "TWO_LETTER_COUNTRY_CODE");

    /**
     * Reads a file. Fails with its line where one is not understood, and where the script would fail in silence: an
     * algorithm that its curve does not go with, and two different passphrases.
     *
     * @param commonName in place of {@code DOMAIN_SUFFIX}, which the script fills with the name of the computer, the
     *     same for every device
     */
    public static Outcome<KeygenProperties> read(Source source, String commonName) {
        Map<String, String> values = new HashMap<>();
        List<String> lines =
                new String(source.bytes(), StandardCharsets.UTF_8).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                values.put(matcher.group(1), value(matcher));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                return refused(source.name(), i + 1, "NAME=value");
            }
        }
        String store = values.getOrDefault("CLIENT_KEYSTORE_PASSWORD", "");
        if (!values.getOrDefault("CLIENT_KEY_PASSWORD", store).equals(store) || store.length() < 6) {
            return refused(source.name(), line(lines, "CLIENT_KEY_PASSWORD"), "CLIENT_KEYSTORE_PASSWORD");
        }
        Optional<KeyType> type = keyType(values);
        if (type.isEmpty()) {
            return refused(source.name(), line(lines, "CLIENT_KEY_ALG"), "CLIENT_KEY_ALG");
        }
        String prefix = values.getOrDefault("CLIENT_FILE_PREFIX", "client");
        return Outcome.ok(new KeygenProperties(
                subject(commonName, values),
                prefix,
                values.getOrDefault("CLIENT_KEY_ALIAS", prefix),
                type.get(),
                Secret.of(store)));
    }

    private static String value(Matcher line) {
        for (int group = 2; group <= 4; group++) {
            if (line.group(group) != null) {
                return line.group(group).strip();
            }
        }
        return "";
    }

    private static int line(List<String> lines, String name) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().startsWith(name + "=")) {
                return i + 1;
            }
        }
        return 0;
    }

    private static Optional<KeyType> keyType(Map<String, String> values) {
        String algorithm = values.getOrDefault("CLIENT_KEY_ALG", "EC");
        String group = values.getOrDefault("CLIENT_KEY_GROUP_NAME", "secp256r1");
        String size = values.getOrDefault("CLIENT_KEY_SIZE", "2048");
        return switch (algorithm) {
            case "EC" ->
                switch (group) {
                    case "secp256r1" -> Optional.of(KeyType.EC_P256);
                    case "secp384r1" -> Optional.of(KeyType.EC_P384);
                    default -> Optional.empty();
                };
            // With RSA the script hands keytool the curve as well, fails, and says "Done.".
            case "RSA" ->
                switch (size) {
                    case "2048" -> Optional.of(KeyType.RSA_2048);
                    case "3072" -> Optional.of(KeyType.RSA_3072);
                    case "4096" -> Optional.of(KeyType.RSA_4096);
                    default -> Optional.empty();
                };
            default -> Optional.empty();
        };
    }

    private static String subject(String commonName, Map<String, String> values) {
        StringJoiner subject = new StringJoiner(",");
        subject.add("CN=" + Rdn.escapeValue(commonName));
        for (String part : SUBJECT_ORDER) {
            String value = values.getOrDefault(part, "");
            if (!value.isBlank()) {
                subject.add(SUBJECT_PARTS.get(part) + "=" + Rdn.escapeValue(value));
            }
        }
        return subject.toString();
    }

    private static Outcome<KeygenProperties> refused(String file, int line, String setting) {
        return Diagnosis.of(PkiCode.KEYGEN_PROPERTIES)
                .with("file", file)
                .with("line", line)
                .with("setting", setting)
                .evidence(Evidence.inFile(file, line, "pki.line", "line", line))
                .remedy("pki.correct-keygen")
                .failed();
    }
}
