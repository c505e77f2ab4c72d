package dev.gangway.bench.model;

import dev.gangway.bench.model.Endpoint.Transport;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * ThingsBoard's device API, which HTTP and CoAP share: one POST to a path that holds the access token. The endpoint's
 * path has {@value #TOKEN} in its place, so that an endpoint can be shown; the token itself is the plan's user name,
 * as it is for MQTT. With a client certificate, which only CoAP over DTLS knows, the path holds no token.
 */
public final class DeviceApi {
    /** Stands for the access token in a path. */
    public static final String TOKEN = "$TOKEN";

    /** Telemetry of the device whose token is in the path. */
    public static final String TELEMETRY = "/api/v1/" + TOKEN + "/telemetry";

    /** Telemetry of the device whose certificate was presented. */
    public static final String TELEMETRY_BY_CERTIFICATE = "/api/v1/telemetry";

    /** Posted where the plan publishes nothing: there is no sign-in of its own that could be tried alone. */
    private static final byte[] SMALLEST = "{\"gangway\":1}".getBytes(StandardCharsets.UTF_8);

    private DeviceApi() {}

    /** Where the telemetry of a device goes. */
    public static Endpoint endpoint(String host, int port, Transport transport, boolean byCertificate) {
        return new Endpoint(host, port, transport, byCertificate ? TELEMETRY_BY_CERTIFICATE : TELEMETRY);
    }

    /** The token as it stands in a path. */
    public static String encodedToken(Plan plan) {
        String token = plan.mqtt().userName().orElse("");
        return URLEncoder.encode(token, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What is posted. */
    public static byte[] body(Plan plan) {
        return plan.publication().map(Publication::payload).orElse(SMALLEST);
    }
}
