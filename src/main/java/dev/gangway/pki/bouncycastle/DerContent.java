package dev.gangway.pki.bouncycastle;

import dev.gangway.diagnosis.OwnBug;
import dev.gangway.pki.reading.Content;
import dev.gangway.pki.reading.DerShape;
import dev.gangway.pki.reading.KeyStoreMagic;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;

/** Tells what a piece of DER is by its structure, whatever its label or file name says. */
final class DerContent {
    private DerContent() {}

    static Content of(byte[] der) {
        if (Magic.startsWith(der, Magic.OPENSSH)) {
            return Content.OPENSSH_KEY;
        }
        if (KeyStoreMagic.isKeyStore(der)) {
            return Content.KEY_STORE;
        }
        if (DerShape.of(der).verdict() != DerShape.Verdict.COMPLETE) {
            return Content.UNKNOWN;
        }
        try (ASN1InputStream in = new ASN1InputStream(der)) {
            return in.readObject() instanceof ASN1Sequence sequence ? of(sequence) : Content.UNKNOWN;
        } catch (IOException | RuntimeException notDer) {
            OwnBug.passOn(notDer);
            return Content.UNKNOWN;
        }
    }

    private static Content of(ASN1Sequence sequence) {
        ASN1Encodable[] parts = sequence.toArray();
        return switch (parts.length) {
            case 2 -> ofTwo(parts);
            case 0, 1 -> Content.UNKNOWN;
            default -> ofMore(parts);
        };
    }

    private static Content ofTwo(ASN1Encodable[] parts) {
        return switch (parts[0]) {
            case ASN1Sequence algorithm when parts[1] instanceof ASN1OctetString -> Content.PKCS8_ENCRYPTED;
            case ASN1Sequence algorithm when parts[1] instanceof ASN1BitString -> Content.PUBLIC_KEY;
            case ASN1Sequence data when data.size() == 2 && parts[1] instanceof ASN1Sequence -> Content.BCFKS;
            case ASN1ObjectIdentifier type when type.equals(PKCSObjectIdentifiers.signedData) -> Content.PKCS7;
            case ASN1Integer version when parts[1] instanceof ASN1OctetString -> Content.SEC1;
            case ASN1Integer version when isThree(version) && parts[1] instanceof ASN1Sequence -> Content.PKCS12;
            case ASN1Integer modulus when parts[1] instanceof ASN1Integer -> Content.PUBLIC_KEY;
            default -> Content.UNKNOWN;
        };
    }

    private static Content ofMore(ASN1Encodable[] parts) {
        if (parts.length == 3
                && parts[0] instanceof ASN1Sequence signed
                && parts[1] instanceof ASN1Sequence
                && parts[2] instanceof ASN1BitString) {
            return ofSigned(signed);
        }
        if (Arrays.stream(parts).allMatch(ASN1Integer.class::isInstance)) {
            return parts.length == 9 ? Content.PKCS1 : parts.length == 6 ? Content.DSA : Content.UNKNOWN;
        }
        if (parts.length == 10
                && parts[9] instanceof ASN1Sequence
                && Arrays.stream(parts, 0, 9).allMatch(ASN1Integer.class::isInstance)) {
            return Content.PKCS1; // with further primes
        }
        if (parts[0] instanceof ASN1Integer version) {
            if (parts[1] instanceof ASN1Sequence && parts[2] instanceof ASN1OctetString) {
                return Content.PKCS8;
            }
            if (parts[1] instanceof ASN1OctetString && parts[2] instanceof ASN1TaggedObject) {
                return Content.SEC1;
            }
            if (isThree(version) && parts[1] instanceof ASN1Sequence && parts[2] instanceof ASN1Sequence) {
                return Content.PKCS12;
            }
        }
        return Content.UNKNOWN;
    }

    /** Certificate, request and revocation list are all signed in the same way, and differ in what is signed. */
    private static Content ofSigned(ASN1Sequence signed) {
        ASN1Encodable[] parts = signed.toArray();
        if (parts[0] instanceof ASN1Integer && isRequest(parts)) {
            return Content.REQUEST;
        }
        if (parts.length >= 6
                && (parts[0] instanceof ASN1TaggedObject || parts[0] instanceof ASN1Integer)
                && !hasTime(parts)) {
            return Content.CERTIFICATE;
        }
        return revocationListOrUnknown(parts);
    }

    private static boolean isRequest(ASN1Encodable[] parts) {
        return parts.length >= 3
                && parts[1] instanceof ASN1Sequence
                && parts[2] instanceof ASN1Sequence key
                && key.size() == 2
                && key.getObjectAt(1) instanceof ASN1BitString;
    }

    private static Content revocationListOrUnknown(ASN1Encodable[] parts) {
        return hasTime(parts) ? Content.REVOCATION_LIST : Content.UNKNOWN;
    }

    private static boolean hasTime(ASN1Encodable[] parts) {
        return Arrays.stream(parts)
                .anyMatch(part -> part instanceof ASN1UTCTime || part instanceof ASN1GeneralizedTime);
    }

    private static boolean isThree(ASN1Integer version) {
        return version.hasValue(BigInteger.valueOf(3));
    }
}
