package dev.gangway.bench.logs;

import java.util.List;

/** The test on the bench that would settle what a log leaves open. */
public enum NextTest {
    /** Look the name up and connect, from the network in which the device is. */
    TCP_CONNECT("bench.tcp-connect", "--host", "HOST", "--port", "PORT"),
    /** A TLS handshake that trusts what the device trusts. */
    TLS_HANDSHAKE("bench.tls-handshake", "--host", "HOST", "--port", "PORT", "--tls", "--ca", "FILE"),
    /** The same without the server name, as devices without SNI do. */
    WITHOUT_SERVER_NAME("bench.without-server-name", "--host", "HOST", "--port", "PORT", "--tls", "--no-sni"),
    /** Each TLS version by itself. */
    TLS_VERSIONS("bench.tls-versions", "--host", "HOST", "--port", "PORT", "--tls", "--matrix=tls"),
    /** The port with TLS, where the device spoke without. */
    WITH_TLS("bench.with-tls", "--host", "HOST", "--port", "PORT", "--tls"),
    /** The port without TLS, where the device spoke with it. */
    WITHOUT_TLS("bench.without-tls", "--host", "HOST", "--port", "PORT"),
    /** Sign in with the device's own certificate and key. */
    CLIENT_CERTIFICATE(
            "bench.client-certificate", "--host", "HOST", "--port", "PORT", "--tls", "--cert", "FILE", "--key", "FILE"),
    /** Say what the files hold, and whether key and certificate fit. */
    INSPECT("files.inspect", "FILE"),
    /** CONNECT with the device's own login. */
    SIGN_IN("bench.sign-in", "--host", "HOST", "--port", "PORT", "--token-file", "FILE"),
    /** CONNECT with another client id. */
    CLIENT_ID("bench.client-id", "--host", "HOST", "--port", "PORT", "--client-id", "ID", "--token-file", "FILE"),
    /** CONNECT in each MQTT version. */
    MQTT_VERSIONS("bench.mqtt-versions", "--host", "HOST", "--port", "PORT", "--matrix=mqtt"),
    /** Sign in and publish, with MQTT 5, whose answers carry a reason. */
    PUBLISH("bench.publish", "--host", "HOST", "--port", "PORT", "--token-file", "FILE", "--mqtt", "5"),
    /** A session that stays, with the device's keep-alive. */
    KEEP_ALIVE("bench.keep-alive", "--host", "HOST", "--port", "PORT", "--keep-alive", "SECONDS"),
    /** The device interface over HTTP. */
    HTTP("bench.http", "--host", "HOST", "--port", "PORT", "--http", "--token-file", "FILE"),
    /** The device interface over CoAP. */
    COAP("bench.coap", "--host", "HOST", "--port", "PORT", "--coap", "--token-file", "FILE");

    private final String code;
    private final List<String> options;

    NextTest(String code, String... options) {
        this.code = code;
        this.options = List.of(options);
    }

    /** The stable code, for example {@code bench.tls-handshake}. */
    public String code() {
        return code;
    }

    /** The options of the command; words in capitals stand for what only the person knows. */
    public List<String> options() {
        return options;
    }

    /** The command line that runs it. */
    public String command() {
        return "gangway " + subcommand() + " " + String.join(" ", options);
    }

    /** The subcommand that runs it. */
    public String subcommand() {
        return this == INSPECT ? "inspect" : "test";
    }
}
