package dev.gangway.bench.tls.decode;

import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.MalformedException;
import dev.gangway.bench.tls.decode.HandshakeDecoder.Decoded;
import java.io.IOException;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.tls.HandshakeType;

/** Decodes a stapled OCSP response (RFC 6066, section 8; RFC 6960). */
final class OcspDecoder {
    private OcspDecoder() {}

    /** The CertificateStatus message of TLS 1.2. */
    static Decoded message(FieldReader in) throws MalformedException {
        return new Decoded(certificateStatus(in), new Detail.Handshake(HandshakeType.certificate_status));
    }

    /** The same structure, in an extension of TLS 1.3. */
    static String certificateStatus(FieldReader in) throws MalformedException {
        in.number(1, "status_type", type -> type == 1 ? "ocsp" : "type " + type);
        int length = in.skipNumber(3);
        return in.part(length, "response", part -> response(part.rest("DER"), part));
    }

    private static String response(byte[] der, FieldReader part) throws MalformedException {
        try {
            OCSPResp response = new OCSPResp(der);
            if (!(response.getResponseObject() instanceof BasicOCSPResp basic)) {
                return "status " + response.getStatus();
            }
            part.add(Field.of("produced at", basic.getProducedAt().toInstant().toString()));
            StringBuilder summary = new StringBuilder("OCSP");
            for (SingleResp single : basic.getResponses()) {
                String status = words(single);
                summary.append(' ').append(status);
                part.add(Field.of(
                        "serial number " + single.getCertID().getSerialNumber().toString(16), status));
                part.add(Field.of(
                        "this update", single.getThisUpdate().toInstant().toString()));
                if (single.getNextUpdate() != null) {
                    part.add(Field.of(
                            "next update", single.getNextUpdate().toInstant().toString()));
                }
            }
            return summary.toString();
        } catch (IOException | OCSPException | RuntimeException e) {
            // Bouncy Castle meets damaged ASN.1 with exceptions of many kinds
            throw new MalformedException("not an OCSP response");
        }
    }

    private static String words(SingleResp single) {
        return switch (single.getCertStatus()) {
            case null -> "good";
            case RevokedStatus revoked ->
                "revoked at " + revoked.getRevocationTime().toInstant();
            default -> "unknown";
        };
    }
}
