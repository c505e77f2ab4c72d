package dev.gangway.line.record;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Looks in an export across all lots for what two units must not share. Memory grows by about 200 bytes a record, and by
 * the size of the modulus for each RSA key.
 */
public final class LotCheck {
    private static final int NAMED = 100;

    /** Where the object identifier of RSA keys stands in Base64 of SubjectPublicKeyInfo. */
    private static final byte[] RSA = HexFormat.of().parseHex("06092a864886f70d010101");

    private record Unit(String serial, long key, boolean isFirst) {}

    private record Modulus(BigInteger modulus, long key, String serial) {}

    private final List<Unit> units = new ArrayList<>();
    private final List<Modulus> moduli = new ArrayList<>();

    private LotCheck() {}

    /** Looks through a file that {@link RecordVerifier} has verified; lines that are no records are passed over. */
    public static Outcome<List<LotFinding>> check(Path file) {
        LotCheck check = new LotCheck();
        JsonFactory factory = new JsonFactory();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            RecordVerifier.Lines lines = new RecordVerifier.Lines(in);
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                try (JsonParser parser = factory.createParser(line)) {
                    check.take(parser);
                } catch (JacksonException e) {
                    // no record: the verifier tells which line
                }
            }
        } catch (IOException e) {
            return Diagnosis.of(RecordCode.UNREADABLE)
                    .with("file", file)
                    .remedy("record.check-file")
                    .failed();
        }
        return Outcome.ok(check.findings());
    }

    private void take(JsonParser parser) throws IOException {
        Map<String, String> members = new HashMap<>();
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value.isScalarValue()) {
                members.put(name, parser.getText());
            } else {
                parser.skipChildren();
            }
        }
        if (!"unit".equals(members.get("event"))) {
            return;
        }
        String serial = members.getOrDefault("serial", "");
        String key = members.getOrDefault("publicKey", "");
        long hash = key.isEmpty()
                ? 0
                : Long.parseUnsignedLong(
                        StationKey.sha256(key.getBytes(StandardCharsets.UTF_8)).substring(0, 16), 16);
        boolean first = "1".equals(members.get("attempt")) && !members.containsKey("reason");
        units.add(new Unit(serial, hash, first));
        modulus(key).ifPresent(modulus -> moduli.add(new Modulus(modulus, hash, serial)));
    }

    private static Optional<BigInteger> modulus(String key) {
        try {
            byte[] encoded = Base64.getDecoder().decode(key);
            boolean rsa = encoded.length > 40
                    && HexFormat.of()
                            .formatHex(encoded, 0, 40)
                            .contains(HexFormat.of().formatHex(RSA));
            return rsa
                    ? Optional.of(((RSAPublicKey)
                                    KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded)))
                            .getModulus())
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private List<LotFinding> findings() {
        List<LotFinding> findings = new ArrayList<>();
        List<Unit> begun = units.stream()
                .filter(Unit::isFirst)
                .sorted(Comparator.comparing(Unit::serial))
                .toList();
        runs(begun, Unit::serial).stream()
                .filter(run -> run.size() > 1)
                .forEach(run -> findings.add(finding(
                        LotFinding.Kind.DOUBLE_SERIAL,
                        run.stream().map(Unit::serial).distinct().toList(),
                        run.size())));
        List<Unit> keyed = units.stream()
                .filter(unit -> unit.key() != 0)
                .sorted(Comparator.comparingLong(Unit::key))
                .toList();
        runs(keyed, Unit::key).stream()
                .map(run -> run.stream().map(Unit::serial).distinct().toList())
                .filter(serials -> serials.size() > 1)
                .forEach(serials -> findings.add(finding(LotFinding.Kind.DOUBLE_KEY, serials, serials.size())));
        weak(findings);
        return List.copyOf(findings);
    }

    private void weak(List<LotFinding> findings) {
        Map<BigInteger, List<Modulus>> byModulus = moduli.stream().collect(Collectors.groupingBy(Modulus::modulus));
        byModulus.values().stream()
                .filter(same -> same.stream().map(Modulus::key).distinct().count() > 1)
                .map(same -> same.stream().map(Modulus::serial).distinct().toList())
                .forEach(serials -> findings.add(finding(LotFinding.Kind.SAME_MODULUS, serials, serials.size())));
        List<BigInteger> distinct = List.copyOf(byModulus.keySet());
        List<BigInteger> flagged =
                SharedFactors.among(distinct).stream().map(distinct::get).toList();
        Set<BigInteger> told = new LinkedHashSet<>();
        for (BigInteger one : flagged) {
            if (told.contains(one)) {
                continue;
            }
            List<BigInteger> sharing = flagged.stream()
                    .filter(other -> !other.gcd(one).equals(BigInteger.ONE))
                    .toList();
            told.addAll(sharing);
            List<String> serials = sharing.stream()
                    .flatMap(modulus -> byModulus.getOrDefault(modulus, List.of()).stream())
                    .map(Modulus::serial)
                    .distinct()
                    .sorted()
                    .toList();
            findings.add(finding(LotFinding.Kind.SHARED_FACTOR, serials, serials.size()));
        }
    }

    private static LotFinding finding(LotFinding.Kind kind, List<String> serials, int units) {
        return new LotFinding(kind, serials.subList(0, Math.min(NAMED, serials.size())), units);
    }

    /** Neighbours that are equal in something. */
    private static <T> List<List<Unit>> runs(List<Unit> sorted, Function<Unit, T> by) {
        List<List<Unit>> runs = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            if (i == sorted.size() || !by.apply(sorted.get(i)).equals(by.apply(sorted.get(from)))) {
                if (i - from > 1) {
                    runs.add(sorted.subList(from, i));
                }
                from = i;
            }
        }
        return runs;
    }
}
