package dev.gangway.bench.tls.decode;

import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.FieldReader;
import dev.gangway.bench.event.MalformedException;
import java.security.cert.CRLReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;

/** The fields of a BasicOCSPResponse (RFC 6960, section 4.2.1), each at its place in the DER. */
final class OcspFields {
    private static final int VERSION = 0xA0;
    private static final int BY_NAME = 0xA1;

    private final BasicOCSPResp response;
    private final Der element;
    private final int offset;

    /** {@code offset} is where the DER begins in the message. */
    OcspFields(BasicOCSPResp response, Der element, int offset) {
        this.response = response;
        this.element = element;
        this.offset = offset;
    }

    /** What it says of each certificate. */
    String words() {
        return Stream.of(response.getResponses()).map(OcspFields::words).collect(Collectors.joining(", "));
    }

    List<Field> read() throws MalformedException {
        List<Field> fields = new ArrayList<>();
        List<Der> signed = element.child(0).children();
        int at = signed.getFirst().tag() == VERSION ? 1 : 0;
        Der responder = signed.get(at);
        fields.add(responder.field(offset, "responder", responder(responder)));
        fields.add(signed.get(at + 1)
                .inside(
                        offset,
                        "produced at",
                        response.getProducedAt().toInstant().toString()));
        SingleResp[] singles = response.getResponses();
        List<Der> places = signed.get(at + 2).children();
        for (int i = 0; i < Math.min(singles.length, places.size()); i++) {
            fields.add(single(singles[i], places.get(i)));
        }
        Der algorithm = element.child(1);
        fields.add(algorithm.field(
                offset,
                "signed with",
                ObjectIds.name(algorithm.child(0)),
                algorithm.child(0).inside(offset, "algorithm", ObjectIds.text(algorithm))));
        byte[] signature = response.getSignature();
        Der bits = element.child(2);
        fields.add(Field.at(offset + bits.content() + 1, signature.length, "signature", FieldReader.hex(signature)));
        certificates(fields);
        return fields;
    }

    private void certificates(List<Field> fields) throws MalformedException {
        List<Der> places = element.child(3).child(0).children();
        X509CertificateHolder[] holders = response.getCerts();
        for (int i = 0; i < Math.min(holders.length, places.size()); i++) {
            fields.add(places.get(i)
                    .field(
                            offset,
                            "certificate",
                            holders[i].getSubject().toString(),
                            CertificateFields.of(places.get(i), offset).toArray(Field[]::new)));
        }
    }

    private Field single(SingleResp single, Der place) {
        Der id = place.child(0);
        List<Field> parts = new ArrayList<>();
        parts.add(id.child(0)
                .field(
                        offset,
                        "hash algorithm",
                        ObjectIds.name(id.child(0).child(0)),
                        id.child(0).child(0).inside(offset, "algorithm", ObjectIds.text(id.child(0)))));
        parts.add(id.child(1)
                .inside(offset, "issuer name hash", FieldReader.hex(id.child(1).value())));
        parts.add(id.child(2)
                .inside(offset, "issuer key hash", FieldReader.hex(id.child(2).value())));
        parts.add(id.child(3)
                .inside(
                        offset,
                        "serial number",
                        single.getCertID().getSerialNumber().toString(16)));
        parts.add(place.child(1).field(offset, "status", words(single)));
        parts.add(place.child(2)
                .inside(
                        offset,
                        "this update",
                        single.getThisUpdate().toInstant().toString()));
        if (single.getNextUpdate() != null) {
            parts.add(place.child(3)
                    .child(0)
                    .inside(
                            offset,
                            "next update",
                            single.getNextUpdate().toInstant().toString()));
        }
        return place.field(offset, "certificate status", words(single), parts.toArray(Field[]::new));
    }

    /** A reason of RFC 5280, section 5.3.1, in words. */
    private static String reason(int code) {
        CRLReason[] known = CRLReason.values();
        return code >= 0 && code < known.length
                ? known[code].name().toLowerCase(Locale.ROOT).replace('_', ' ')
                : "reason " + code;
    }

    private static String responder(Der responder) {
        Der inner = responder.child(0);
        if (responder.tag() != BY_NAME) {
            return "key " + FieldReader.hex(inner.value());
        }
        byte[] name = Arrays.copyOfRange(inner.bytes(), inner.start(), inner.end());
        return CertificateFields.name(new X500Principal(name));
    }

    private static String words(SingleResp single) {
        return switch (single.getCertStatus()) {
            case null -> "good";
            case RevokedStatus revoked ->
                "revoked at " + revoked.getRevocationTime().toInstant()
                        + (revoked.hasRevocationReason() ? ", " + reason(revoked.getRevocationReason()) : "");
            default -> "unknown";
        };
    }
}
