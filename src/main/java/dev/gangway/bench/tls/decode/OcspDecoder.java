package dev.gangway.bench.tls.decode;

import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.MalformedException;
import dev.gangway.bench.event.TlsDetail;
import dev.gangway.bench.tls.decode.HandshakeDecoder.Decoded;
import java.io.IOException;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.tls.HandshakeType;

/** Decodes a stapled OCSP response (RFC 6066, section 8; RFC 6960, section 4.2.1). */
final class OcspDecoder {
    private OcspDecoder() {}

    /** The CertificateStatus message of TLS 1.2. */
    static Decoded message(FieldReader in) throws MalformedException {
        return new Decoded(certificateStatus(in), new TlsDetail.Handshake(HandshakeType.certificate_status));
    }

    /** The same structure, in an extension of TLS 1.3. */
    static String certificateStatus(FieldReader in) throws MalformedException {
        in.number(1, "status_type", type -> type == 1 ? "ocsp" : "type " + type);
        int length = in.skipNumber(3);
        return in.part(length, "response", OcspDecoder::response);
    }

    private static String response(FieldReader part) throws MalformedException {
        int offset = part.position();
        byte[] der = part.rest("DER");
        Der whole = Der.at(der, 0);
        try {
            OCSPResp response = new OCSPResp(der);
            String status = status(response.getStatus());
            part.add(whole.child(0).inside(offset, "response status", status));
            if (!(response.getResponseObject() instanceof BasicOCSPResp basic)) {
                return "OCSP " + status;
            }
            Der bytes = whole.child(1).child(0);
            part.add(bytes.child(0).inside(offset, "response type", ObjectIds.name(bytes.child(0))));
            OcspFields fields = new OcspFields(basic, Der.at(der, bytes.child(1).content()), offset);
            fields.read().forEach(part::add);
            return "OCSP " + fields.words();
        } catch (IOException | OCSPException | RuntimeException e) {
            // Bouncy Castle meets damaged ASN.1 with exceptions of many kinds
            throw new MalformedException("not an OCSP response");
        }
    }

    private static String status(int status) {
        return switch (status) {
            case OCSPResp.SUCCESSFUL -> "successful";
            case OCSPResp.MALFORMED_REQUEST -> "malformedRequest";
            case OCSPResp.INTERNAL_ERROR -> "internalError";
            case OCSPResp.TRY_LATER -> "tryLater";
            case OCSPResp.SIG_REQUIRED -> "sigRequired";
            case OCSPResp.UNAUTHORIZED -> "unauthorized";
            default -> "status " + status;
        };
    }
}
