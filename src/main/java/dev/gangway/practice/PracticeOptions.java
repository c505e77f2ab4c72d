package dev.gangway.practice;

import dev.gangway.pki.CertificateMaker;

/**
 * How to start a practice server. Ports are on the loopback address; 0 means a free one.
 *
 * @param certificates makes the demo authority and the server's certificates
 * @param restPort of the REST interface
 * @param mqttPort of plain MQTT
 * @param mqttsPort of MQTT over TLS
 * @param httpsPort of secure WebSockets
 */
public record PracticeOptions(CertificateMaker certificates, int restPort, int mqttPort, int mqttsPort, int httpsPort) {
    public PracticeOptions {
        requirePort(restPort);
        requirePort(mqttPort);
        requirePort(mqttsPort);
        requirePort(httpsPort);
    }

    /** With a free port for secure WebSockets. */
    public PracticeOptions(CertificateMaker certificates, int restPort, int mqttPort, int mqttsPort) {
        this(certificates, restPort, mqttPort, mqttsPort, 0);
    }

    /** Free ports. */
    public static PracticeOptions freePorts(CertificateMaker certificates) {
        return new PracticeOptions(certificates, 0, 0, 0);
    }

    private static void requirePort(int port) {
        if (port < 0 || port > 0xffff) {
            throw new IllegalArgumentException("no port: " + port);
        }
    }
}
