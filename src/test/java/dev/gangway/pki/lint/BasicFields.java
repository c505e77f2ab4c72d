package dev.gangway.pki.lint;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Time;

/** Version, serial number and dates (RFC 5280, 4.1.2.1 to 4.1.2.5). */
final class BasicFields {
    /** From here on four digits of the year. */
    private static final Instant LONG_YEARS = Instant.parse("2050-01-01T00:00:00Z");

    private static final int VERSION_3 = 3;
    private static final int SERIAL_OCTETS = 20;

    /** The baseline requirements want 64 bits from a random generator; a shorter number cannot hold them. */
    private static final int SERIAL_BITS = 64;

    private BasicFields() {}

    static void check(Certificate certificate, List<String> wrong) {
        if (certificate.getVersionNumber() != VERSION_3) {
            wrong.add("version is not 3");
        }
        BigInteger serial = certificate.getSerialNumber().getValue();
        if (serial.signum() <= 0) {
            wrong.add("serial number is not positive");
        }
        if (serial.toByteArray().length > SERIAL_OCTETS) {
            wrong.add("serial number is longer than 20 octets");
        }
        if (serial.bitLength() < SERIAL_BITS) {
            wrong.add("serial number has fewer than 64 bits");
        }
        date("notBefore", certificate.getStartDate(), wrong);
        date("notAfter", certificate.getEndDate(), wrong);
        Date end = certificate.getEndDate().getDate();
        if (!end.after(certificate.getStartDate().getDate())) {
            wrong.add("it ends before it begins");
        }
        if (certificate.getTBSCertificate().getIssuerUniqueId() != null
                || certificate.getTBSCertificate().getSubjectUniqueId() != null) {
            wrong.add("it has a unique identifier");
        }
    }

    private static void date(String name, Time time, List<String> wrong) {
        boolean late = !time.getDate().toInstant().isBefore(LONG_YEARS);
        ASN1Primitive value = time.toASN1Primitive();
        if (late && !(value instanceof ASN1GeneralizedTime)) {
            wrong.add(name + " from 2050 on is not a GeneralizedTime");
        }
        if (!late && !(value instanceof ASN1UTCTime)) {
            wrong.add(name + " before 2050 is not a UTCTime");
        }
        String text = value instanceof ASN1GeneralizedTime generalized
                ? generalized.getTimeString()
                : ((ASN1UTCTime) value).getTime();
        if (text.contains(".") || text.contains(",")) {
            wrong.add(name + " has fractions of a second");
        }
    }
}
