package dev.gangway.pki.authority;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.AuthorityLimits;
import dev.gangway.pki.CertificateExtras;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.KeyType;
import dev.gangway.stored.StoredAs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How an authority makes certificates of one kind. Places in braces, for example {@code {name}}, are filled when a
 * certificate is issued.
 *
 * @param name for people
 * @param subject distinguished name with places, for example {@code CN={name},O=Plant 2}
 * @param validity from now on; empty for certificates that never expire (RFC 5280, 4.1.2.5)
 * @param keyType of keys that are made here for it
 * @param purpose decides the extensions that every certificate of its kind has
 * @param dnsNames for the subject alternative name, with places
 * @param extras more extensions; places are filled in the URIs
 */
public record Template(
        @StoredAs("name") String name,
        @StoredAs("subject") String subject,
        @StoredAs("validity") Optional<Duration> validity,
        @StoredAs("keyType") KeyType keyType,
        @StoredAs("purpose") Purpose purpose,
        @StoredAs("dnsNames") List<String> dnsNames,
        @StoredAs("extras") CertificateExtras extras) {
    /** The end that stands for "no end" (RFC 5280, 4.1.2.5). */
    public static final Instant NO_END = Instant.parse("9999-12-31T23:59:59Z");

    /** A device's client certificate for a year. */
    public static final Template DEVICE_CLIENT = new Template(
            "Device", "CN={name}", Optional.of(Duration.ofDays(365)), KeyType.EC_P256, Purpose.DEVICE_CLIENT);

    /** The identity that a device keeps for life, by its serial number (IEEE 802.1AR, 8.6). */
    public static final Template IDEVID = new Template(
            "IDevID", "CN={name},SERIALNUMBER={serial}", Optional.empty(), KeyType.EC_P256, Purpose.DEVICE_CLIENT);

    /** The identity that its owner gives a device (IEEE 802.1AR, 8.7). */
    public static final Template LDEVID = new Template(
            "LDevID",
            "CN={name},SERIALNUMBER={serial}",
            Optional.of(Duration.ofDays(730)),
            KeyType.EC_P256,
            Purpose.DEVICE_CLIENT);

    /** An MQTT server, as long as browsers would take it. */
    public static final Template MQTT_SERVER = new Template(
            "MQTT server", "CN={name}", Optional.of(Duration.ofDays(397)), KeyType.EC_P256, Purpose.MQTT_SERVER);

    /** Those that come with the program. */
    public static final List<Template> BUILT_IN = List.of(DEVICE_CLIENT, IDEVID, LDEVID, MQTT_SERVER);

    /** Clocks of devices run late. */
    private static final Duration EARLIER = Duration.ofMinutes(5);

    public Template {
        dnsNames = List.copyOf(dnsNames);
    }

    /** One without alternative names or further extensions. */
    public Template(String name, String subject, Optional<Duration> validity, KeyType keyType, Purpose purpose) {
        this(name, subject, validity, keyType, purpose, List.of(), CertificateExtras.NONE);
    }

    /** The names of its places, those of the subject first. */
    public Set<String> places() {
        return Places.in(Stream.of(List.of(subject), dnsNames, extras.uris()).flatMap(List::stream));
    }

    /** The same for another kind of key. */
    public Template withKey(KeyType changed) {
        return new Template(name, subject, validity, changed, purpose, dnsNames, extras);
    }

    /** The same for another validity. */
    public Template withValidity(Optional<Duration> changed) {
        return new Template(name, subject, changed, keyType, purpose, dnsNames, extras);
    }

    /** The same for another subject. */
    public Template withSubject(String changed) {
        return new Template(name, changed, validity, keyType, purpose, dnsNames, extras);
    }

    /**
     * What a certificate made now shall say. Fails where a place has no value.
     *
     * @param values for the places, as they are: what needs a backslash in the subject gets one
     * @param moreDnsNames beside those of the template
     * @param authorityEnd end of the authority's validity, which the certificate does not outlive
     */
    public Outcome<CertificateSpec> fill(
            Map<String, String> values,
            List<String> moreDnsNames,
            List<String> addresses,
            Instant now,
            Instant authorityEnd) {
        Places places = new Places(name, values);
        Instant wanted = validity.map(now::plus).orElse(NO_END);
        Instant end = wanted.isAfter(authorityEnd) ? authorityEnd : wanted;
        return places.subject(subject)
                .then(filled -> places.texts(dnsNames)
                        .then(names -> places.texts(extras.uris())
                                .map(uris -> new CertificateSpec(
                                        filled,
                                        now.minus(EARLIER),
                                        end,
                                        purpose,
                                        Stream.concat(names.stream(), moreDnsNames.stream())
                                                .distinct()
                                                .toList(),
                                        addresses,
                                        AuthorityLimits.NONE,
                                        extras.withUris(uris)))));
    }
}
