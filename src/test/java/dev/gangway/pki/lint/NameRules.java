package dev.gangway.pki.lint;

import static org.bouncycastle.asn1.x500.style.BCStyle.C;
import static org.bouncycastle.asn1.x500.style.BCStyle.CN;
import static org.bouncycastle.asn1.x500.style.BCStyle.DC;
import static org.bouncycastle.asn1.x500.style.BCStyle.E;
import static org.bouncycastle.asn1.x500.style.BCStyle.L;
import static org.bouncycastle.asn1.x500.style.BCStyle.O;
import static org.bouncycastle.asn1.x500.style.BCStyle.OU;
import static org.bouncycastle.asn1.x500.style.BCStyle.SERIALNUMBER;
import static org.bouncycastle.asn1.x500.style.BCStyle.ST;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;

/** Names: the strings they are written in and how long they are (RFC 5280, 4.1.2.4, 4.1.2.6 and appendix A). */
final class NameRules {
    private static final Map<ASN1ObjectIdentifier, Integer> BOUNDS =
            Map.of(CN, 64, O, 64, OU, 64, SERIALNUMBER, 64, L, 128, ST, 128, E, 255, C, 2);

    private NameRules() {}

    static void check(Certificate certificate, List<String> wrong) {
        if (certificate.getIssuer().size() == 0) {
            wrong.add("the issuer's name is empty");
        }
        name("issuer", certificate.getIssuer(), wrong);
        name("subject", certificate.getSubject(), wrong);
        if (certificate.getSubject().size() == 0) {
            boolean named = CertificateLint.extension(certificate, Extension.subjectAlternativeName)
                    .filter(Extension::isCritical)
                    .isPresent();
            if (!named) {
                wrong.add("the subject is empty and no critical alternative name stands for it");
            }
        }
    }

    private static void name(String whose, X500Name name, List<String> wrong) {
        Set<ASN1ObjectIdentifier> seen = new HashSet<>();
        for (RDN rdn : name.getRDNs()) {
            for (AttributeTypeAndValue part : rdn.getTypesAndValues()) {
                value(whose, part, wrong);
                if (!seen.add(part.getType())
                        && (part.getType().equals(CN) || part.getType().equals(SERIALNUMBER))) {
                    wrong.add(whose + " has " + part.getType() + " twice");
                }
            }
        }
    }

    private static void value(String whose, AttributeTypeAndValue part, List<String> wrong) {
        String what = whose + " attribute " + part.getType();
        ASN1Encodable value = part.getValue();
        if (!(value instanceof ASN1String string)) {
            wrong.add(what + " is no string");
            return;
        }
        String text = string.getString();
        if (text.isBlank() || !text.equals(text.strip())) {
            wrong.add(what + " is empty or has spaces around it");
        }
        if (text.codePointCount(0, text.length()) > BOUNDS.getOrDefault(part.getType(), Integer.MAX_VALUE)) {
            wrong.add(what + " is too long");
        }
        boolean printable = part.getType().equals(C) || part.getType().equals(SERIALNUMBER);
        boolean ascii = part.getType().equals(DC) || part.getType().equals(E);
        boolean fits = printable
                ? value instanceof DERPrintableString
                : ascii
                        ? value instanceof DERIA5String
                        : value instanceof DERUTF8String || value instanceof DERPrintableString;
        if (!fits) {
            wrong.add(what + " is written as " + value.getClass().getSimpleName());
        }
        if (value instanceof DERPrintableString && !DERPrintableString.isPrintableString(text)) {
            wrong.add(what + " has characters that a PrintableString cannot have");
        }
    }
}
