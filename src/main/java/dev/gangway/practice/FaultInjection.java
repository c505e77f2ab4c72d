package dev.gangway.practice;

import dev.gangway.practice.mqtt.ConnectFault;
import dev.gangway.practice.mqtt.MqttFaults;
import dev.gangway.practice.mqtt.MqttFaults.PublishFault;
import dev.gangway.practice.rest.RestFault;
import dev.gangway.practice.tls.TlsProfile;
import dev.gangway.practice.tls.TlsProfile.ServerCertificate;
import dev.gangway.practice.tls.TlsProfile.TlsVersions;
import java.util.function.Consumer;

/**
 * The switches with which the practice server goes wrong on purpose; all are off at first. Each takes effect for what
 * comes after the call: connections that are open stay as they are. Safe for use by several threads; the TLS switches
 * block until the listeners follow.
 */
public final class FaultInjection {
    private final Consumer<TlsProfile> applyTls;
    private TlsProfile tls = TlsProfile.REAL;
    private volatile MqttFaults mqtt = MqttFaults.NONE;
    private volatile RestFault rest = new RestFault.None();

    /** All off. {@code applyTls} returns once new connections meet what it was given. */
    FaultInjection(Consumer<TlsProfile> applyTls) {
        this.applyTls = applyTls;
    }

    /** What the TLS listeners show. */
    public synchronized void serverCertificate(ServerCertificate certificate) {
        apply(new TlsProfile(certificate, tls.versions(), tls.requireClientCertificate()));
    }

    /** Which TLS versions they take. */
    public synchronized void tlsVersions(TlsVersions versions) {
        apply(new TlsProfile(tls.certificate(), versions, tls.requireClientCertificate()));
    }

    /** Whether a client without a certificate is sent away within the handshake. */
    public synchronized void requireClientCertificate(boolean required) {
        apply(new TlsProfile(tls.certificate(), tls.versions(), required));
    }

    /** What happens to CONNECT. */
    public synchronized void connect(ConnectFault fault) {
        mqtt = new MqttFaults(fault, mqtt.publish(), mqtt.skipDateCheck());
    }

    /** What happens to telemetry over MQTT. */
    public synchronized void publish(PublishFault fault) {
        mqtt = new MqttFaults(mqtt.connect(), fault, mqtt.skipDateCheck());
    }

    /** What happens to REST. */
    public synchronized void rest(RestFault fault) {
        rest = fault;
    }

    /** Everything off again. */
    public synchronized void reset() {
        mqtt = MqttFaults.NONE;
        rest = new RestFault.None();
        apply(TlsProfile.REAL);
    }

    private void apply(TlsProfile changed) {
        if (!changed.equals(tls)) {
            applyTls.accept(changed);
            tls = changed;
        }
    }

    MqttFaults mqtt() {
        return mqtt;
    }

    RestFault rest() {
        return rest;
    }
}
