package dev.gangway.pki.jwk;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.diagnosis.OwnBug;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Source;
import dev.gangway.pki.reading.PemReader.PemBlock;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads JSON Web Keys (RFC 7517, RFC 8037) and sets of them, wherever in a JSON document they lie: private keys as
 * PKCS#8, the certificates of their {@code x5c} as X.509, public keys alone as SubjectPublicKeyInfo.
 */
public final class JsonWebKeys {
    /** What goes before the 32 bytes of an Ed25519 key in PKCS#8 (RFC 8410, section 7). */
    private static final byte[] ED25519 = {0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20};
    /** The same for the 57 of an Ed448 key. */
    private static final byte[] ED448 = {0x30, 0x47, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x71, 4, 0x3b, 4, 0x39};

    private static final int MAX_DEPTH = 20;

    private JsonWebKeys() {}

    /** The keys of a file; empty where it is not JSON, or has no key. Fails where one cannot be used. */
    public static Optional<Outcome<List<PemBlock>>> in(Source source) {
        String text = new String(source.bytes(), StandardCharsets.UTF_8).strip();
        if (!text.contains("\"kty\"") || !text.startsWith("{") && !text.startsWith("[")) {
            return Optional.empty();
        }
        List<Map<?, ?>> found = new ArrayList<>();
        try {
            String whole = text.startsWith("[") ? "{\"keys\":" + text + "}" : text;
            collect(JSONObjectUtils.parse(whole), found, 0);
        } catch (ParseException notJson) {
            return Optional.empty();
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<PemBlock> blocks = new ArrayList<>();
        for (Map<?, ?> each : found) {
            Optional<Diagnosis> failure = add(source.name(), each, blocks);
            if (failure.isPresent()) {
                return Optional.of(Outcome.failed(failure.get()));
            }
        }
        return Optional.of(Outcome.ok(blocks));
    }

    private static void collect(Object value, List<Map<?, ?>> found, int depth) {
        if (depth > MAX_DEPTH) {
            return;
        }
        switch (value) {
            case Map<?, ?> map when map.get("kty") instanceof String -> found.add(map);
            case Map<?, ?> map -> map.values().forEach(each -> collectOrNothing(each, found, depth));
            case List<?> list -> list.forEach(each -> collectOrNothing(each, found, depth));
            default -> {
                // a text or number
            }
        }
    }

    private static void collectOrNothing(Object value, List<Map<?, ?>> found, int depth) {
        if (value != null) {
            collect(value, found, depth + 1);
        }
    }

    @SuppressWarnings("unchecked") // keys of JSON objects are texts
    private static Optional<Diagnosis> add(String file, Map<?, ?> json, List<PemBlock> blocks) {
        if ("oct".equals(json.get("kty"))) {
            blocks.add(block("SYMMETRIC JWK", new byte[0]));
            return Optional.empty();
        }
        try {
            JWK key = JWK.parse((Map<String, Object>) json);
            if (key.getX509CertChain() != null) {
                for (Base64 certificate : key.getX509CertChain()) {
                    blocks.add(block("CERTIFICATE", certificate.decode()));
                }
            }
            if (key.isPrivate()) {
                blocks.add(block("PRIVATE KEY", pkcs8(key)));
            } else if (key.getX509CertChain() == null) {
                blocks.add(block("PUBLIC KEY", new byte[0]));
            }
            return Optional.empty();
        } catch (JOSEException | GeneralSecurityException otherCurve) {
            Object curve = json.get("crv");
            return Optional.of(about(PkiCode.KEY_NOT_FOR_TLS, file)
                    .with("algorithm", json.get("kty") + (curve == null ? "" : " " + curve))
                    .remedy("pki.make-common-key")
                    .build());
        } catch (ParseException | RuntimeException damaged) {
            OwnBug.passOn(damaged);
            return Optional.of(
                    about(PkiCode.KEY_DAMAGED, file).remedy("pki.copy-again").build());
        }
    }

    private static PemBlock block(String label, byte[] der) {
        return new PemBlock(label, Map.of(), der, 1);
    }

    private static Diagnosis.Builder about(PkiCode code, String file) {
        return Diagnosis.of(code)
                .with("file", file)
                .with("line", 1)
                .evidence(Evidence.inFile(file, 1, "pki.line", "line", 1));
    }

    private static byte[] pkcs8(JWK key) throws JOSEException, GeneralSecurityException {
        return switch (key) {
            case ECKey ec -> ec.toECPrivateKey().getEncoded();
            case RSAKey rsa when rsa.getFirstPrimeFactor() == null -> withPrimes(rsa);
            case RSAKey rsa -> rsa.toRSAPrivateKey().getEncoded();
            case OctetKeyPair pair -> edwards(pair);
            default -> throw new JOSEException("unknown kind");
        };
    }

    private static byte[] edwards(OctetKeyPair pair) throws JOSEException {
        byte[] start = switch (pair.getCurve().getName()) {
            case "Ed25519" -> ED25519;
            case "Ed448" -> ED448;
            default -> throw new JOSEException("not for signatures");
        };
        byte[] seed = pair.getDecodedD();
        if (seed.length != start[start.length - 1]) {
            throw new IllegalArgumentException("length of d");
        }
        byte[] der = Arrays.copyOf(start, start.length + seed.length);
        System.arraycopy(seed, 0, der, start.length, seed.length);
        Arrays.fill(seed, (byte) 0);
        return der;
    }

    /** The primes may be left out (RFC 7518, section 6.3.2); they follow from the exponents (NIST SP 800-56B, C.1). */
    private static byte[] withPrimes(RSAKey rsa) throws GeneralSecurityException {
        BigInteger n = rsa.getModulus().decodeToBigInteger();
        BigInteger e = rsa.getPublicExponent().decodeToBigInteger();
        BigInteger d = rsa.getPrivateExponent().decodeToBigInteger();
        BigInteger k = d.multiply(e).subtract(BigInteger.ONE);
        int twos = k.getLowestSetBit();
        for (int g = 2; g < 100 && twos > 0; g++) {
            BigInteger x = BigInteger.valueOf(g).modPow(k.shiftRight(twos), n);
            for (int i = 0; i < twos; i++) {
                BigInteger square = x.multiply(x).mod(n);
                if (square.equals(BigInteger.ONE)
                        && !x.equals(BigInteger.ONE)
                        && !x.equals(n.subtract(BigInteger.ONE))) {
                    BigInteger p = x.subtract(BigInteger.ONE).gcd(n);
                    return crt(n, e, d, p, n.divide(p));
                }
                x = square;
            }
        }
        throw new IllegalArgumentException("the exponents do not belong together");
    }

    private static byte[] crt(BigInteger n, BigInteger e, BigInteger d, BigInteger p, BigInteger q)
            throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new RSAPrivateCrtKeySpec(
                        n,
                        e,
                        d,
                        p,
                        q,
                        d.mod(p.subtract(BigInteger.ONE)),
                        d.mod(q.subtract(BigInteger.ONE)),
                        q.modInverse(p)))
                .getEncoded();
    }
}
