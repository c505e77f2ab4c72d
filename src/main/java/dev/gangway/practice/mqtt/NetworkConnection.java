package dev.gangway.practice.mqtt;

import java.security.cert.X509Certificate;
import java.util.List;

/** What carries MQTT: TCP, TLS or a WebSocket. Confined to the server's thread. */
public interface NetworkConnection {
    /** Sends bytes; does nothing once closed. */
    void send(byte[] bytes);

    /** Closes it after what was sent. */
    void close();

    /** The chain the client presented, leaf first; empty without TLS or without a certificate. */
    List<X509Certificate> clientChain();
}
