package dev.gangway.bench.kinds;

import dev.gangway.bench.causes.Proof;
import dev.gangway.bench.rules.HypothesisBuilder;
import dev.gangway.bench.rules.MqttCode;
import dev.gangway.secret.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A shared access signature, {@code SharedAccessSignature sr=…&sig=…&se=…}: the resource that it is for and the second since
 * 1970 at which it ends can be read (https://learn.microsoft.com/azure/iot-hub/authenticate-authorize-sas); whether its
 * signature is right only the service can tell.
 */
final class SasRules {
    private static final String PREFIX = "SharedAccessSignature ";

    private SasRules() {}

    /** Judges the password of a login without a certificate. */
    static void judge(Situation situation, boolean hub) {
        if (situation.findings().certificateSent()) {
            return;
        }
        Optional<Secret> password = situation.findings().mqtt().password();
        if (password.isEmpty()) {
            situation.first(situation
                    .draft(MqttCode.SAS_UNUSABLE)
                    .known(situation.says("sas-missing"))
                    .proven(Proof.KNOWN_HERE));
            return;
        }
        Map<String, String> fields = password.get().withChars(chars -> read(new String(chars)));
        if (fields.isEmpty()) {
            situation.first(situation
                    .draft(MqttCode.SAS_UNUSABLE)
                    .known(situation.says("sas-other"))
                    .proven(Proof.KNOWN_HERE));
            return;
        }
        expiry(situation, fields);
        resource(situation, fields, hub);
    }

    private static void expiry(Situation situation, Map<String, String> fields) {
        String ends = fields.getOrDefault("se", "");
        Instant now = situation.findings().now();
        boolean number = ends.matches("\\d{1,12}");
        boolean over = number && !now.isBefore(Instant.ofEpochSecond(Long.parseLong(ends)));
        if (over) {
            situation.first(situation
                    .draft(MqttCode.SAS_EXPIRED)
                    .with("moment", Instant.ofEpochSecond(Long.parseLong(ends)))
                    .known(situation.says(
                            "sas-ended", "moment", Instant.ofEpochSecond(Long.parseLong(ends)), "now", now))
                    .proven(Proof.KNOWN_HERE));
        } else if (!number) {
            situation.first(unusable(situation, "sas-without-end", fields));
        }
    }

    private static void resource(Situation situation, Map<String, String> fields, boolean hub) {
        String resource = decoded(fields.getOrDefault("sr", ""));
        String[] name = situation.findings().mqtt().userName().orElse("").split("/", -1);
        if (name.length < 2) {
            return; // the user name is wrong itself
        }
        boolean fits = hub
                ? resource.equalsIgnoreCase(name[0])
                        || resource.equalsIgnoreCase(name[0] + "/devices/" + name[1])
                        || resource.toLowerCase(Locale.ROOT)
                                .startsWith((name[0] + "/devices/" + name[1] + "/").toLowerCase(Locale.ROOT))
                : name.length < 3 || resource.equalsIgnoreCase(name[0] + "/registrations/" + name[2]);
        if (!fits) {
            situation.first(unusable(situation, "sas-resource", fields));
        }
    }

    private static HypothesisBuilder unusable(Situation situation, String key, Map<String, String> fields) {
        return situation
                .draft(MqttCode.SAS_UNUSABLE)
                .known(situation.says(key, "resource", decoded(fields.getOrDefault("sr", "–"))))
                .proven(Proof.KNOWN_HERE);
    }

    private static Map<String, String> read(String password) {
        Map<String, String> fields = new HashMap<>();
        if (password.startsWith(PREFIX)) {
            for (String part : password.substring(PREFIX.length()).split("&")) {
                int equals = part.indexOf('=');
                if (equals > 0) {
                    fields.put(part.substring(0, equals), part.substring(equals + 1));
                }
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
