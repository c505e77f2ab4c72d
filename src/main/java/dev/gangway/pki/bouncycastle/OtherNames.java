package dev.gangway.pki.bouncycastle;

import dev.gangway.pki.OtherName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.GeneralName;

/** Between other names and their place in an extension. */
final class OtherNames {
    private OtherNames() {}

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException where it is none
     */
    static OtherName of(GeneralName name) {
        org.bouncycastle.asn1.x509.OtherName found = org.bouncycastle.asn1.x509.OtherName.getInstance(name.getName());
        try {
            byte[] value = found.getValue().toASN1Primitive().getEncoded(ASN1Encoding.DER);
            return new OtherName(found.getTypeID().getId(), HexFormat.of().formatHex(value));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    static GeneralName generalName(OtherName name) {
        try {
            return new GeneralName(
                    GeneralName.otherName,
                    new org.bouncycastle.asn1.x509.OtherName(
                            new ASN1ObjectIdentifier(name.type()),
                            ASN1Primitive.fromByteArray(HexFormat.of().parseHex(name.value()))));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
