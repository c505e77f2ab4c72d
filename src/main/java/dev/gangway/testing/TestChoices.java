package dev.gangway.testing;

import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.TlsOptions;
import java.util.List;

/**
 * What a person chooses for a test; the rest follows from device and server.
 *
 * @param way what is spoken, with or without TLS
 * @param mqtt version to speak
 * @param tls versions to offer; at least one
 * @param presentation when a client certificate is sent
 * @param telemetry what happens after CONNACK
 * @param tokenInPassword whether an access token or JWT goes into the other field than usual, to show what that does
 */
public record TestChoices(
        Way way,
        MqttOptions.Version mqtt,
        List<TlsOptions.Version> tls,
        TlsOptions.Presentation presentation,
        Telemetry telemetry,
        boolean tokenInPassword) {
    public TestChoices {
        tls = List.copyOf(tls);
    }

    /** What is spoken, and whether with TLS. */
    public enum Way {
        /** TLS where the server entry names such a listener. */
        BEST,
        /** TLS. */
        TLS,
        /** Without TLS. */
        PLAIN,
        /** ThingsBoard's device API over HTTP, or HTTPS where the server's address says so. */
        HTTP,
        /** The same over CoAP. */
        COAP,
        /** The same over CoAP with DTLS. */
        COAPS;

        /** Whether the device API is called, instead of MQTT. */
        public boolean isDeviceApi() {
            return this == HTTP || this == COAP || this == COAPS;
        }
    }

    /** What happens after CONNACK. */
    public enum Telemetry {
        /** Nothing. */
        NONE,
        /** One message is published with QoS 1. */
        PUBLISH,
        /** The message is read back over REST as well. */
        READ_BACK
    }

    /** MQTT 5, both TLS versions, certificate always sent, telemetry read back. */
    public static TestChoices standard() {
        return new TestChoices(
                Way.BEST,
                MqttOptions.Version.V5,
                List.of(TlsOptions.Version.TLS_1_3, TlsOptions.Version.TLS_1_2),
                TlsOptions.Presentation.ALWAYS,
                Telemetry.READ_BACK,
                false);
    }

    /** The same with other telemetry. */
    public TestChoices with(Telemetry changed) {
        return new TestChoices(way, mqtt, tls, presentation, changed, tokenInPassword);
    }

    /** The same another way. */
    public TestChoices with(Way changed) {
        return new TestChoices(changed, mqtt, tls, presentation, telemetry, tokenInPassword);
    }

    /** The same with another version of MQTT. */
    public TestChoices with(MqttOptions.Version changed) {
        return new TestChoices(way, changed, tls, presentation, telemetry, tokenInPassword);
    }

    /** The same with other versions of TLS. */
    public TestChoices with(List<TlsOptions.Version> changed) {
        return new TestChoices(way, mqtt, changed, presentation, telemetry, tokenInPassword);
    }
}
