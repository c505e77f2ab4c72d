package dev.gangway.practice.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.pki.authority.CertificateRequests;
import dev.gangway.practice.store.Store;
import dev.gangway.practice.tls.DeviceAuthority;
import dev.gangway.practice.token.TokenKeys;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What is behind the REST interface.
 *
 * @param ports what the commands for trying a device name
 * @param authorityPem what the certificate download hands out
 * @param keys those of the token endpoint
 * @param enrolment where devices can enrol
 * @param calls reaches devices that are connected
 */
public record Backend(
        Store store,
        MqttPorts ports,
        String authorityPem,
        TokenKeys keys,
        Optional<Enrolment> enrolment,
        RemoteCalls calls,
        InstantSource clock) {
    /** Where MQTT is listened for, plain and over TLS. */
    public record MqttPorts(int mqtt, int mqtts) {}

    /** The way to a device that is connected. */
    public interface RemoteCalls {
        /**
         * Sends a call.
         *
         * @param answer gets what the device answers, if it does
         * @return whether it is connected and listens
         */
        boolean send(UUID device, ObjectNode call, Consumer<String> answer);
    }

    /**
     * What enrolment needs.
     *
     * @param requests reads what devices send
     * @param authority issues what they get
     */
    public record Enrolment(CertificateRequests requests, DeviceAuthority authority) {}
}
