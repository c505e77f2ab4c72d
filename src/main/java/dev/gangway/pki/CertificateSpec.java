package dev.gangway.pki;

import dev.gangway.stored.StoredAs;
import java.time.Instant;
import java.util.List;

/**
 * What a certificate to be made shall say.
 *
 * @param subject distinguished name as in RFC 4514, for example {@code CN=pump-0417,O=Plant 2}
 * @param notBefore start of validity
 * @param notAfter end of validity, after the start
 * @param purpose what it is for; decides key usage, extended key usage and basic constraints
 * @param dnsNames DNS names for the subject alternative name; often empty on a device
 * @param ipAddresses IP addresses, as text, for the subject alternative name
 * @param limits of an authority; {@link AuthorityLimits#NONE} on everything else
 * @param extras beyond what the purpose asks for
 * @param otherNames for the subject alternative name, of kinds that have no place of their own
 */
public record CertificateSpec(
        String subject,
        Instant notBefore,
        Instant notAfter,
        Purpose purpose,
        List<String> dnsNames,
        List<String> ipAddresses,
        AuthorityLimits limits,
        CertificateExtras extras,
        List<OtherName> otherNames) {
    public CertificateSpec {
        dnsNames = List.copyOf(dnsNames);
        ipAddresses = List.copyOf(ipAddresses);
        otherNames = List.copyOf(otherNames);
    }

    /** One without other names. */
    public CertificateSpec(
            String subject,
            Instant notBefore,
            Instant notAfter,
            Purpose purpose,
            List<String> dnsNames,
            List<String> ipAddresses,
            AuthorityLimits limits,
            CertificateExtras extras) {
        this(subject, notBefore, notAfter, purpose, dnsNames, ipAddresses, limits, extras, List.of());
    }

    /** One without extras. */
    public CertificateSpec(
            String subject,
            Instant notBefore,
            Instant notAfter,
            Purpose purpose,
            List<String> dnsNames,
            List<String> ipAddresses,
            AuthorityLimits limits) {
        this(subject, notBefore, notAfter, purpose, dnsNames, ipAddresses, limits, CertificateExtras.NONE);
    }

    /** One without limits for an authority. */
    public CertificateSpec(
            String subject,
            Instant notBefore,
            Instant notAfter,
            Purpose purpose,
            List<String> dnsNames,
            List<String> ipAddresses) {
        this(subject, notBefore, notAfter, purpose, dnsNames, ipAddresses, AuthorityLimits.NONE);
    }

    /** An authority. */
    public static CertificateSpec authority(
            String subject, Instant notBefore, Instant notAfter, Purpose purpose, AuthorityLimits limits) {
        return new CertificateSpec(subject, notBefore, notAfter, purpose, List.of(), List.of(), limits);
    }

    /** The same with other dates. */
    public CertificateSpec withValidity(Instant from, Instant to) {
        return new CertificateSpec(subject, from, to, purpose, dnsNames, ipAddresses, limits, extras, otherNames);
    }

    /** The same with these other names. */
    public CertificateSpec withOtherNames(List<OtherName> changed) {
        return new CertificateSpec(
                subject, notBefore, notAfter, purpose, dnsNames, ipAddresses, limits, extras, changed);
    }

    /** The same for another purpose; what limits an authority goes where it is none. */
    public CertificateSpec withPurpose(Purpose changed) {
        AuthorityLimits kept = changed.isAuthority() ? limits : AuthorityLimits.NONE;
        return new CertificateSpec(
                subject, notBefore, notAfter, changed, dnsNames, ipAddresses, kept, extras, otherNames);
    }

    /** What a certificate is for. */
    public enum Purpose {
        /** A device that signs in: digitalSignature, clientAuth. */
        @StoredAs("DEVICE_CLIENT")
        DEVICE_CLIENT,
        /** An MQTT server: digitalSignature, serverAuth. */
        @StoredAs("MQTT_SERVER")
        MQTT_SERVER,
        /** A root authority: keyCertSign, cRLSign, CA. */
        @StoredAs("ROOT")
        ROOT,
        /** An authority below a root, with path length 0 unless its limits say otherwise. */
        @StoredAs("INTERMEDIATE")
        INTERMEDIATE;

        /** Whether it signs certificates. */
        public boolean isAuthority() {
            return this == ROOT || this == INTERMEDIATE;
        }
    }

    /** A device's client certificate without alternative names. */
    public static CertificateSpec device(String subject, Instant notBefore, Instant notAfter) {
        return new CertificateSpec(subject, notBefore, notAfter, Purpose.DEVICE_CLIENT, List.of(), List.of());
    }
}
