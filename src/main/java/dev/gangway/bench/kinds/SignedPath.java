package dev.gangway.bench.kinds;

import dev.gangway.bench.causes.Proof;
import dev.gangway.bench.event.NetDetail.HttpStatus;
import dev.gangway.bench.rules.HypothesisBuilder;
import dev.gangway.bench.rules.MatchedEvent;
import dev.gangway.bench.rules.PortCode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * AWS lets a WebSocket in by a signature in its path (Signature Version 4, "Adding authentication information to the query
 * string"); what can be seen to be wrong with it is its absence, its date and its region.
 */
final class SignedPath {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern REGION = Pattern.compile(".*\\.iot\\.([a-z0-9-]+)\\.amazonaws\\.com.*");

    /** AWS takes a date that is at most so far from its own clock in the future; in the past X-Amz-Expires counts. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private SignedPath() {}

    static void judge(Situation situation) {
        boolean refused = situation.proposes(PortCode.WEBSOCKET_REFUSED);
        if (!refused) {
            return;
        }
        String path = situation.findings().plan().endpoint().path();
        Map<String, String> query = query(path);
        if (!query.containsKey("X-Amz-Signature")) {
            boolean login = situation.findings().mqtt().userName().isPresent();
            if (!login) {
                situation.first(draft(situation).known(situation.says("not-signed")));
            }
            return;
        }
        Instant now = situation.findings().now();
        Optional<Instant> signedAt = date(query.getOrDefault("X-Amz-Date", ""));
        Duration lasts = seconds(query.getOrDefault("X-Amz-Expires", "86400"));
        boolean ended = signedAt.filter(at -> at.plus(lasts).isBefore(now)).isPresent();
        boolean early = signedAt.filter(at -> at.isAfter(now.plus(SKEW))).isPresent();
        if (signedAt.isEmpty() || ended || early) {
            situation.first(draft(situation)
                    .known(situation.says(
                            "signed-at",
                            "moment",
                            signedAt.map(Instant::toString).orElse("–"),
                            "seconds",
                            lasts.toSeconds(),
                            "now",
                            now.toString()))
                    .proven(Proof.KNOWN_HERE));
            return;
        }
        String host = situation
                .findings()
                .plan()
                .tls()
                .expectedName(situation.findings().plan().endpoint().host());
        Matcher region = REGION.matcher(host);
        String[] scope = query.getOrDefault("X-Amz-Credential", "").split("/", -1);
        boolean other = region.matches() && scope.length >= 4 && !scope[2].equals(region.group(1));
        boolean otherService = scope.length >= 4 && !scope[3].equals("iotdevicegateway");
        if (other || otherService) {
            situation.first(draft(situation)
                    .known(situation.says(
                            "signed-for",
                            "scope",
                            scope[2] + "/" + scope[3],
                            "wanted",
                            (region.matches() ? region.group(1) : scope[2]) + "/iotdevicegateway"))
                    .proven(Proof.KNOWN_HERE));
        }
    }

    private static HypothesisBuilder draft(Situation situation) {
        Optional<MatchedEvent<HttpStatus>> status =
                situation.findings().timeline().first(HttpStatus.class);
        return situation
                .findings()
                .draft(PortCode.WEBSOCKET_SIGNATURE)
                .with("server", "AWS IoT Core")
                .seen(
                        status,
                        "upgrade-status",
                        "status",
                        status.map(seen -> seen.detail().status()).orElse(0));
    }

    private static Map<String, String> query(String path) {
        Map<String, String> values = new HashMap<>();
        int start = path.indexOf('?');
        if (start >= 0) {
            for (String pair : path.substring(start + 1).split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    values.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
                }
            }
        }
        return values;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return value;
        }
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(Instant.from(DATE.parse(text)));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static Duration seconds(String text) {
        try {
            return Duration.ofSeconds(Math.clamp(Long.parseLong(text), 0, 604_800));
        } catch (NumberFormatException notANumber) {
            return Duration.ofDays(1);
        }
    }
}
