package dev.gangway.testing;

import dev.gangway.bench.model.DeviceApi;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Endpoint.Transport;
import dev.gangway.device.Credential;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.server.ServerEntry;
import dev.gangway.server.ServerEntry.HostPort;
import java.net.URI;

/**
 * Where a device reaches ThingsBoard's device API: over HTTP at the address of the REST interface, over CoAP at the
 * host that MQTT has and CoAP's usual port. An access token signs in everywhere, a certificate over CoAPs alone.
 */
final class DeviceApiEndpoints {
    private DeviceApiEndpoints() {}

    /** {@code there} tells whether a server of its kind has that interface. */
    static Outcome<Endpoint> of(Credential credential, ServerEntry entry, TestChoices.Way way, boolean there) {
        boolean certificate = credential instanceof Credential.X509Leaf || credential instanceof Credential.X509Chain;
        if (certificate && way != TestChoices.Way.COAPS) {
            return Diagnosis.of(OnboardingCode.CERTIFICATE_NOT_OVER_API)
                    .remedy("certificate-over-mqtt")
                    .remedy("token-for-device")
                    .failed();
        }
        if (!certificate && !(credential instanceof Credential.AccessToken)) {
            return Diagnosis.of(OnboardingCode.LOGIN_NOT_OVER_API)
                    .remedy("login-over-mqtt")
                    .remedy("token-for-device")
                    .failed();
        }
        if (!there) {
            return Diagnosis.of(OnboardingCode.NO_LISTENER)
                    .with("server", entry.name())
                    .with("scheme", way == TestChoices.Way.HTTP ? "http" : "coap")
                    .remedy("edit-server")
                    .failed();
        }
        return Outcome.ok(way == TestChoices.Way.HTTP ? http(entry.url()) : coap(entry, way, certificate));
    }

    private static Endpoint http(URI url) {
        boolean secure = "https".equalsIgnoreCase(url.getScheme());
        int port = url.getPort() > 0 ? url.getPort() : secure ? 443 : 80;
        return DeviceApi.endpoint(host(url), port, secure ? Transport.HTTPS : Transport.HTTP, false);
    }

    private static Endpoint coap(ServerEntry entry, TestChoices.Way way, boolean certificate) {
        Transport transport = way == TestChoices.Way.COAPS ? Transport.COAPS : Transport.COAP;
        String host = entry.mqtt().or(entry::mqtts).map(HostPort::host).orElseGet(() -> host(entry.url()));
        return DeviceApi.endpoint(host, transport.usualPort(), transport, certificate);
    }

    /** A URI has an IPv6 address in brackets. */
    private static String host(URI url) {
        return url.getHost().replace("[", "").replace("]", "");
    }
}
