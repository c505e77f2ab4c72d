package dev.gangway.vault.mapping;

import dev.gangway.secret.Secret;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/** Codecs of the types that are one item. */
final class Scalars {
    private static final Codec<String> TEXT = Codec.of(CborWriter::text, CborReader::text);
    private static final Codec<Long> LONG = Codec.of(CborWriter::integer, CborReader::integer);
    private static final Codec<Integer> INT = Codec.via(LONG, Integer::longValue, Math::toIntExact);
    private static final Codec<Boolean> BOOLEAN = Codec.of(CborWriter::bool, CborReader::bool);
    private static final Codec<Double> DOUBLE = Codec.of(CborWriter::real, CborReader::real);
    private static final Codec<byte[]> BYTES = Codec.of(CborWriter::bytes, CborReader::bytes);

    static final Map<Class<?>, Codec<?>> ALL = Map.ofEntries(
            Map.entry(String.class, TEXT),
            Map.entry(long.class, LONG),
            Map.entry(Long.class, LONG),
            Map.entry(int.class, INT),
            Map.entry(Integer.class, INT),
            Map.entry(boolean.class, BOOLEAN),
            Map.entry(Boolean.class, BOOLEAN),
            Map.entry(double.class, DOUBLE),
            Map.entry(Double.class, DOUBLE),
            Map.entry(byte[].class, BYTES),
            Map.entry(UUID.class, Codec.via(TEXT, UUID::toString, UUID::fromString)),
            Map.entry(Instant.class, Codec.via(TEXT, Instant::toString, Instant::parse)),
            Map.entry(Duration.class, Codec.via(TEXT, Duration::toString, Duration::parse)),
            Map.entry(URI.class, Codec.via(TEXT, URI::toString, URI::create)),
            Map.entry(Secret.class, Codec.of(Scalars::writeSecret, Scalars::readSecret)),
            Map.entry(X509Certificate.class, Codec.via(BYTES, Scalars::encoded, Scalars::certificate)));

    private Scalars() {}

    private static void writeSecret(CborWriter out, Secret value) {
        value.withBytes(bytes -> {
            out.bytes(bytes);
            return bytes.length;
        });
    }

    private static Secret readSecret(CborReader in) {
        byte[] bytes = in.bytes();
        try {
            return Secret.copyOf(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("a certificate without an encoding", e);
        }
    }

    private static X509Certificate certificate(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new MalformedCborException("not a certificate", e);
        }
    }
}
