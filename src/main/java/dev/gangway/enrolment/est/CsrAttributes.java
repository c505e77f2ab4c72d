package dev.gangway.enrolment.est;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.diagnosis.OwnBug;
import dev.gangway.enrolment.EnrolmentCode;
import dev.gangway.pki.KeyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * What a server wants to see in a request (RFC 7030, section 4.5.2: CsrAttrs).
 *
 * @param key kind of key, where it names one that can be made here
 * @param identifiers every object identifier that it named, dotted, in its order
 */
public record CsrAttributes(Optional<KeyType> key, List<String> identifiers) {
    /** It wants nothing in particular. */
    static final CsrAttributes NONE = new CsrAttributes(Optional.empty(), List.of());

    public CsrAttributes {
        identifiers = List.copyOf(identifiers);
    }

    static Outcome<CsrAttributes> read(byte[] der, String host) {
        try {
            List<String> identifiers = new ArrayList<>();
            Optional<KeyType> key = Optional.empty();
            for (ASN1Encodable each : ASN1Sequence.getInstance(der)) {
                if (each instanceof ASN1ObjectIdentifier identifier) {
                    identifiers.add(identifier.getId());
                } else {
                    ASN1Sequence attribute = ASN1Sequence.getInstance(each);
                    ASN1ObjectIdentifier type = ASN1ObjectIdentifier.getInstance(attribute.getObjectAt(0));
                    ASN1Set values = ASN1Set.getInstance(attribute.getObjectAt(1));
                    identifiers.add(type.getId());
                    key = key.or(() -> key(type, values));
                }
            }
            return Outcome.ok(new CsrAttributes(key, identifiers));
        } catch (RuntimeException damaged) { // the parser lets out whatever malformed input leads it to
            OwnBug.passOn(damaged);
            return Diagnosis.of(EnrolmentCode.DAMAGED)
                    .with("host", host)
                    .remedy("enrolment.ask-operator")
                    .failed();
        }
    }

    private static Optional<KeyType> key(ASN1ObjectIdentifier type, ASN1Set values) {
        if (values.size() == 0) {
            return Optional.empty();
        }
        ASN1Encodable value = values.getObjectAt(0);
        if (type.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            if (value.equals(SECObjectIdentifiers.secp256r1)) {
                return Optional.of(KeyType.EC_P256);
            }
            return value.equals(SECObjectIdentifiers.secp384r1) ? Optional.of(KeyType.EC_P384) : Optional.empty();
        }
        if (type.equals(PKCSObjectIdentifiers.rsaEncryption) && value instanceof ASN1Integer bits) {
            return switch (bits.intValueExact()) {
                case 2048 -> Optional.of(KeyType.RSA_2048);
                case 3072 -> Optional.of(KeyType.RSA_3072);
                case 4096 -> Optional.of(KeyType.RSA_4096);
                default -> Optional.empty();
            };
        }
        return Optional.empty();
    }
}
