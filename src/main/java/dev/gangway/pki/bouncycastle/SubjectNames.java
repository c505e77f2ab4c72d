package dev.gangway.pki.bouncycastle;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Subjects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Reads distinguished names written as in RFC 4514, and holds them to the bounds of RFC 5280, appendix A. */
final class SubjectNames {
    private static final Pattern PRINTABLE = Pattern.compile("[A-Za-z0-9 '()+,./:=?-]*");

    /** Upper bounds of RFC 5280, in characters; other attributes are not bounded. */
    private static final Map<ASN1ObjectIdentifier, Integer> BOUNDS = Map.of(
            BCStyle.CN, 64,
            BCStyle.O, 64,
            BCStyle.OU, 64,
            BCStyle.SERIALNUMBER, 64,
            BCStyle.T, 64,
            BCStyle.L, 128,
            BCStyle.ST, 128,
            BCStyle.E, 255);

    /** A value that begins with a number sign is DER in hexadecimal (RFC 4514, 2.4); where it is none, a name is meant. */
    private static final Pattern LONE_HASH = Pattern.compile("(=\\s*)#(?!(?:[0-9A-Fa-f]{2})+\\s*(?:[,+;]|$))");

    private SubjectNames() {}

    static Outcome<X500Name> parse(String text) {
        LdapName parsed;
        try {
            parsed = new LdapName(LONE_HASH.matcher(text).replaceAll("$1\\\\#"));
        } catch (InvalidNameException | IllegalArgumentException notRfc4514) {
            return Diagnosis.of(PkiCode.SUBJECT_SYNTAX)
                    .with("subject", text)
                    .evidence(Evidence.inField("subject", "pki.subject", "subject", text))
                    .remedy("pki.write-subject")
                    .failed();
        }
        if (parsed.isEmpty()) {
            return Diagnosis.of(PkiCode.SUBJECT_EMPTY)
                    .remedy("pki.write-subject")
                    .failed();
        }
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
        // Index 0 is the part on the far right, which comes first in the encoding.
        for (Rdn rdn : parsed.getRdns()) {
            List<AttributeTypeAndValue> parts = new ArrayList<>();
            for (Attribute attribute : attributes(rdn)) {
                switch (part(attribute)) {
                    case Outcome.Ok<AttributeTypeAndValue>(AttributeTypeAndValue part) -> parts.add(part);
                    case Outcome.Failed<AttributeTypeAndValue>(Diagnosis diagnosis) -> {
                        return Outcome.failed(diagnosis);
                    }
                }
            }
            name.addMultiValuedRDN(parts.toArray(AttributeTypeAndValue[]::new));
        }
        return Outcome.ok(name.build());
    }

    private static List<Attribute> attributes(Rdn rdn) {
        List<Attribute> found = new ArrayList<>();
        rdn.toAttributes().getAll().asIterator().forEachRemaining(found::add);
        return found;
    }

    private static Outcome<AttributeTypeAndValue> part(Attribute attribute) {
        Optional<ASN1ObjectIdentifier> type = type(attribute.getID());
        if (type.isEmpty()) {
            return Diagnosis.of(PkiCode.SUBJECT_ATTRIBUTE_UNKNOWN)
                    .with("attribute", attribute.getID())
                    .evidence(Evidence.inField("subject", "pki.attribute", "attribute", attribute.getID()))
                    .remedy("pki.known-attributes")
                    .failed();
        }
        Optional<Diagnosis> invisible = invisible(attribute.getID(), only(attribute));
        if (invisible.isPresent()) {
            return Outcome.failed(invisible.get());
        }
        return value(type.get(), only(attribute))
                .<Outcome<AttributeTypeAndValue>>map(value -> Outcome.ok(new AttributeTypeAndValue(type.get(), value)))
                .orElseGet(() -> Diagnosis.of(PkiCode.SUBJECT_VALUE)
                        .with("attribute", attribute.getID())
                        .with("limit", type.get().equals(BCStyle.C) ? 2 : BOUNDS.getOrDefault(type.get(), 32768))
                        .evidence(Evidence.inField("subject", "pki.attribute", "attribute", attribute.getID()))
                        .remedy("pki.write-subject-value")
                        .failed());
    }

    private static Optional<Diagnosis> invisible(String attribute, Object value) {
        return value instanceof String text
                ? Subjects.invisible(text)
                        .map(at -> Diagnosis.of(PkiCode.SUBJECT_INVISIBLE)
                                .with("attribute", attribute)
                                .with("position", at + 1)
                                .with("character", "U+%04X".formatted(text.codePointAt(at)))
                                .evidence(Evidence.inField("subject", "pki.attribute", "attribute", attribute))
                                .remedy("pki.type-again")
                                .build())
                : Optional.empty();
    }

    private static Optional<ASN1ObjectIdentifier> type(String name) {
        try {
            return Optional.of(BCStyle.INSTANCE.attrNameToOID(name));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static Object only(Attribute attribute) {
        try {
            return attribute.get();
        } catch (NamingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Empty where the value does not fit its attribute. */
    private static Optional<ASN1Encodable> value(ASN1ObjectIdentifier type, Object value) {
        if (value instanceof byte[] der) {
            try {
                return Optional.of(ASN1Primitive.fromByteArray(der));
            } catch (IOException notDer) {
                return Optional.empty();
            }
        }
        String text = value.toString();
        boolean fits = !text.isBlank()
                && text.length() <= BOUNDS.getOrDefault(type, 32768)
                && (!type.equals(BCStyle.C) || text.matches("[A-Za-z]{2}"))
                && (!type.equals(BCStyle.SERIALNUMBER)
                        || PRINTABLE.matcher(text).matches())
                && (!type.equals(BCStyle.E) && !type.equals(BCStyle.DC)
                        || StandardCharsets.US_ASCII.newEncoder().canEncode(text));
        // Bouncy Castle takes a number sign at the start for hexadecimal, and a backslash before it for an escape.
        String escaped = text.startsWith("#") || text.startsWith("\\") ? "\\" + text : text;
        return fits ? Optional.of(BCStyle.INSTANCE.stringToValue(type, escaped)) : Optional.empty();
    }
}
