package dev.gangway.bench.kinds;

import dev.gangway.bench.causes.Certainty;
import dev.gangway.bench.event.TlsDetail.Certificates;
import dev.gangway.bench.mqtt.packet.Ack;
import dev.gangway.bench.mqtt.packet.Connack;
import dev.gangway.bench.mqtt.packet.Disconnect;
import dev.gangway.bench.mqtt.packet.MqttPacket;
import dev.gangway.bench.mqtt.packet.Properties;
import dev.gangway.bench.rules.Findings;
import dev.gangway.bench.rules.MatchedEvent;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * By what a kind is recognised.
 *
 * @param certainty how sure it is where this is seen
 * @param shown what was seen, in terms that are the same in each language and hold no secret; empty where it was not
 */
record Sign(Certainty certainty, Function<Findings, Optional<String>> shown) {
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

    /** A domain that belongs to the maker alone; a regular expression over the whole name. */
    static Sign domain(String expression) {
        return host(Certainty.PROVEN, expression);
    }

    /** People name hosts after what runs there: a label of the name, or the beginning of one, is this word. */
    static Sign hostNamedAfter(String word) {
        return host(Certainty.LIKELY, "(?:.*[.-])?" + word + "\\d*(?:[.-].*)?");
    }

    private static Sign host(Certainty certainty, String expression) {
        Pattern pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
        return new Sign(
                certainty,
                findings -> Stream.of(
                                Optional.of(findings.plan().endpoint().host()),
                                findings.plan().tls().name().other())
                        .flatMap(Optional::stream)
                        .filter(host -> !ADDRESS.matcher(host).matches()
                                && pattern.matcher(host).matches())
                        .map(host -> "host = " + host.toLowerCase(Locale.ROOT))
                        .findFirst());
    }

    /** Subject or issuer of a certificate that the server sent holds this. */
    static Sign certificate(Certainty certainty, String expression) {
        Pattern pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
        return new Sign(
                certainty,
                findings -> findings.serverCertificates().map(MatchedEvent::detail).stream()
                        .map(Certificates::chain)
                        .flatMap(chain -> chain.stream().flatMap(Sign::names))
                        .filter(name -> pattern.matcher(name).find())
                        .map(name -> "certificate = " + name)
                        .findFirst());
    }

    private static Stream<String> names(X509Certificate certificate) {
        return Stream.of(
                certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName());
    }

    /** The user name has this form; only the form is shown, for it can be a token. */
    static Sign userName(Certainty certainty, String expression, String form) {
        Pattern pattern = Pattern.compile(expression);
        return new Sign(
                certainty,
                findings -> findings.mqtt()
                        .userName()
                        .filter(name -> pattern.matcher(name).matches())
                        .map(_ -> "user name = " + form));
    }

    /** The client id has this form. */
    static Sign clientId(Certainty certainty, String expression) {
        Pattern pattern = Pattern.compile(expression);
        return new Sign(
                certainty,
                findings -> Optional.of(findings.mqtt().clientId())
                        .filter(id -> pattern.matcher(id).matches())
                        .map(id -> "client id = " + id));
    }

    /** The topic that is published to has this form. */
    static Sign topic(Certainty certainty, String expression) {
        Pattern pattern = Pattern.compile(expression);
        return new Sign(
                certainty,
                findings -> findings.plan()
                        .publication()
                        .map(planned -> planned.topic())
                        .filter(topic -> pattern.matcher(topic).matches())
                        .map(topic -> "topic = " + topic));
    }

    /** CONNACK names a client id of this form, which the server made. */
    static Sign assignedClientId(Certainty certainty, String expression) {
        Pattern pattern = Pattern.compile(expression);
        return new Sign(
                certainty,
                findings -> connack(findings)
                        .flatMap(Properties::assignedClientId)
                        .filter(id -> pattern.matcher(id).matches())
                        .map(id -> "Assigned Client Identifier = " + id));
    }

    /** CONNACK, PUBACK, PUBREC or DISCONNECT says why in these words, which nobody else uses. */
    static Sign reasonString(Certainty certainty, String expression) {
        Pattern pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
        return new Sign(
                certainty,
                findings -> reasons(findings)
                        .filter(reason -> pattern.matcher(reason).find())
                        .map(reason -> "Reason String = " + reason)
                        .findFirst());
    }

    /** The server's own words, in the order in which they came. */
    static Stream<String> reasons(Findings findings) {
        return findings.timeline()
                .all(MqttPacket.class)
                .filter(MatchedEvent::isIn)
                .flatMap(seen -> switch (seen.detail()) {
                    case Connack connack -> connack.reason().stream();
                    case Ack ack -> ack.reason().stream();
                    case Disconnect goodbye -> goodbye.reason().stream();
                    default -> Stream.empty();
                });
    }

    /** CONNACK of MQTT 5 holds properties that only this one sends together. */
    static Sign limits(Certainty certainty, String shown, Predicate<Properties> fits) {
        return new Sign(certainty, findings -> connack(findings).filter(fits).map(_ -> "CONNACK: " + shown));
    }

    /** Anything else. */
    static Sign of(Certainty certainty, String shown, Predicate<Findings> seen) {
        return new Sign(certainty, findings -> seen.test(findings) ? Optional.of(shown) : Optional.empty());
    }

    private static Optional<Properties> connack(Findings findings) {
        return findings.connack().map(MatchedEvent::detail).map(Connack::properties);
    }
}
