package dev.gangway.pki.authority;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.PkiCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.ldap.Rdn;

/**
 * How an authority makes certificates of one kind.
 *
 * @param name for people
 * @param subject distinguished name with places in braces, for example {@code CN={name},O=Plant 2}
 * @param validity from now on; empty for certificates that never expire (RFC 5280, 4.1.2.5)
 * @param keyType of keys that are made here for it
 * @param purpose decides the extensions
 */
public record Template(String name, String subject, Optional<Duration> validity, KeyType keyType, Purpose purpose) {
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

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

    /**
     * What a certificate made now shall say. Fails where a place of the subject has no value.
     *
     * @param values for the places of the subject, as they are: what needs a backslash gets one
     * @param authorityEnd end of the authority's validity, which the certificate does not outlive
     */
    public Outcome<CertificateSpec> fill(
            Map<String, String> values,
            List<String> dnsNames,
            List<String> addresses,
            Instant now,
            Instant authorityEnd) {
        Matcher places = PLACE.matcher(subject);
        StringBuilder filled = new StringBuilder();
        while (places.find()) {
            String value = values.get(places.group(1));
            if (value == null || value.isBlank()) {
                return Diagnosis.of(PkiCode.TEMPLATE_PLACE)
                        .with("template", name)
                        .with("place", places.group(1))
                        .evidence(Evidence.inField(places.group(1), "pki.attribute", "attribute", places.group(1)))
                        .remedy("pki.fill-place", "place", places.group(1))
                        .failed();
            }
            places.appendReplacement(filled, Matcher.quoteReplacement(Rdn.escapeValue(value)));
        }
        places.appendTail(filled);
        Instant wanted = validity.map(now::plus).orElse(NO_END);
        Instant end = wanted.isAfter(authorityEnd) ? authorityEnd : wanted;
        return Outcome.ok(
                new CertificateSpec(filled.toString(), now.minus(EARLIER), end, purpose, dnsNames, addresses));
    }
}
