package dev.gangway.bench.tls.decode;

import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.MalformedException;
import dev.gangway.bench.event.TlsDetail;
import dev.gangway.bench.tls.decode.ExtensionDecoder.Place;
import dev.gangway.bench.tls.decode.HandshakeDecoder.Decoded;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.tls.HandshakeType;

/** Decodes Certificate and CertificateRequest (RFC 8446, sections 4.4.2 and 4.3.2; RFC 5246, section 7.4). */
final class CertificateDecoder {
    private CertificateDecoder() {}

    static Decoded certificates(FieldReader in, boolean tls13) throws MalformedException {
        if (tls13) {
            in.bytes(in.skipNumber(1), "certificate_request_context");
        }
        List<X509Certificate> chain = new ArrayList<>();
        in.part(in.skipNumber(3), "certificate_list", list -> {
            while (list.remaining() > 0) {
                list.part(list.skipNumber(3), "certificate", der -> CertificateFields.read(der, chain));
                if (tls13) {
                    new ExtensionDecoder(Place.CERTIFICATE).read(list);
                }
            }
            return chain.size() + "";
        });
        String summary = chain.isEmpty()
                ? "no certificate"
                : CertificateFields.shortName(chain.getFirst().getSubjectX500Principal())
                        + (chain.size() == 1 ? "" : " · chain of " + chain.size());
        return new Decoded(summary, new TlsDetail.Certificates(List.copyOf(chain)));
    }

    static Decoded request(FieldReader in, boolean tls13) throws MalformedException {
        List<String> authorities = new ArrayList<>();
        List<String> schemes = new ArrayList<>();
        if (tls13) {
            in.bytes(in.skipNumber(1), "certificate_request_context");
            ExtensionDecoder extensions = new ExtensionDecoder(Place.CERTIFICATE_REQUEST);
            extensions.read(in);
            authorities.addAll(extensions.authorities);
            schemes.addAll(extensions.schemes);
        } else {
            in.part(in.skipNumber(1), "certificate_types", types -> {
                while (types.remaining() > 0) {
                    types.number(1, "type", CertificateDecoder::type);
                }
                return "";
            });
            in.part(in.skipNumber(2), "signature_algorithms", list -> {
                while (list.remaining() > 0) {
                    schemes.add(TlsNames.scheme(list.number(2, "scheme", TlsNames::scheme)));
                }
                return schemes.size() + "";
            });
            DistinguishedNames.read(in, authorities);
        }
        String summary = switch (authorities.size()) {
            case 0 -> "any authority";
            case 1 -> "1 accepted CA";
            default -> authorities.size() + " accepted CAs";
        };
        return new Decoded(summary, new TlsDetail.CertificateRequested(List.copyOf(authorities), List.copyOf(schemes)));
    }

    /** CompressedCertificate (RFC 8879, section 4): named, not unpacked; we offer no compression. */
    static Decoded compressed(FieldReader in) throws MalformedException {
        int algorithm = in.number(2, "algorithm", SmallExtensions::compressionAlgorithm);
        in.number(3, "uncompressed_length");
        in.bytes(in.skipNumber(3), "compressed_certificate_message");
        return new Decoded(
                SmallExtensions.compressionAlgorithm(algorithm) + " · not unpacked",
                new TlsDetail.Handshake(HandshakeType.compressed_certificate));
    }

    private static String type(int type) {
        return switch (type) {
            case 1 -> "rsa_sign";
            case 2 -> "dss_sign";
            case 64 -> "ecdsa_sign";
            default -> "type " + type;
        };
    }
}
