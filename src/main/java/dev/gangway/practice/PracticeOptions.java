package dev.gangway.practice;

import dev.gangway.pki.CertificateMaker;
import dev.gangway.pki.authority.CertificateRequests;
import java.util.Optional;

/**
 * How to start a practice server. Ports are on the loopback address; 0 means a free one.
 *
 * @param certificates makes the demo authority and the server's certificates
 * @param requests reads certificate requests; without it devices cannot enrol
 * @param restPort of the REST interface
 * @param mqttPort of plain MQTT
 * @param mqttsPort of MQTT over TLS
 * @param httpsPort of secure WebSockets and enrolment
 */
public record PracticeOptions(
        CertificateMaker certificates,
        Optional<CertificateRequests> requests,
        int restPort,
        int mqttPort,
        int mqttsPort,
        int httpsPort) {
    public PracticeOptions {
        requirePort(restPort);
        requirePort(mqttPort);
        requirePort(mqttsPort);
        requirePort(httpsPort);
    }

    /** With a free port for secure WebSockets, and without enrolment. */
    public PracticeOptions(CertificateMaker certificates, int restPort, int mqttPort, int mqttsPort) {
        this(certificates, Optional.empty(), restPort, mqttPort, mqttsPort, 0);
    }

    /** Free ports. */
    public static PracticeOptions freePorts(CertificateMaker certificates) {
        return new PracticeOptions(certificates, 0, 0, 0);
    }

    /** The same, and devices can enrol by EST (RFC 7030). */
    public PracticeOptions withEnrolment(CertificateRequests reader) {
        return new PracticeOptions(certificates, Optional.of(reader), restPort, mqttPort, mqttsPort, httpsPort);
    }

    private static void requirePort(int port) {
        if (port < 0 || port > 0xffff) {
            throw new IllegalArgumentException("no port: " + port);
        }
    }
}
