package dev.gangway.pki.export;

import dev.gangway.pki.Pem;
import java.util.Locale;

/** Text that runs as it is, beside the files that it names. {@code %s} in the templates are filled in order. */
final class Snippets {
    /** The longest string of NVS, with the zero that ends it; what is longer has to be a blob. */
    private static final int NVS_STRING = 4_000;

    private Snippets() {}

    /** File names of the parts, which the PEM formats write. */
    record Names(String certificate, String chain, String key, String authorities) {
        static Names of(String base) {
            return new Names(base + ".crt.pem", base + ".chain.pem", base + ".key.pem", base + ".ca.pem");
        }
    }

    static String mosquitto(ExportRequest request, Names names) {
        boolean own = !request.serverAuthorities().isEmpty();
        return """
            #!/bin/sh
            # In the folder of these files: sh %s.mosquitto.sh
            mosquitto_pub -h %s -p %d -V mqttv5 -q 1 \\
              %s %s --cert %s --key %s \\
              -t v1/devices/me/telemetry -m '{"temperature":21.5}'
            """.formatted(
                        request.baseName(),
                        shellWord(request.host()),
                        request.port(),
                        own ? "--cafile" : "--capath",
                        own ? names.authorities() : "/etc/ssl/certs",
                        names.chain(),
                        names.key());
    }

    private static String shellWord(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    static String pahoPython(ExportRequest request, Names names) {
        return """
            # Needs paho-mqtt, 1.6 or newer: pip install paho-mqtt; run in the folder of these files
            import threading
            import paho.mqtt.client as mqtt

            answered = threading.Event()
            answers = []

            def on_connect(client, userdata, flags, reason, properties=None):
                answers.append(reason)
                answered.set()

            # From 2.0 on Paho wants to be told which callbacks it gets.
            version = [mqtt.CallbackAPIVersion.VERSION2] if hasattr(mqtt, "CallbackAPIVersion") else []
            client = mqtt.Client(*version, protocol=mqtt.MQTTv5)
            client.on_connect = on_connect
            client.tls_set(ca_certs=%s, certfile="%s", keyfile="%s")
            client.connect("%s", %d)
            client.loop_start()
            if not answered.wait(10) or answers[0] != 0:
                raise SystemExit(f"not connected: {answers}")
            message = client.publish("v1/devices/me/telemetry", '{"temperature":21.5}', qos=1)
            message.wait_for_publish(10)
            client.disconnect()
            client.loop_stop()
            if not message.is_published():
                raise SystemExit("not acknowledged")
            """.formatted(
                        request.serverAuthorities().isEmpty() ? "None" : '"' + names.authorities() + '"',
                        names.chain(),
                        names.key(),
                        request.host(),
                        request.port());
    }

    static String pahoJava(ExportRequest request) {
        return """
            // Needs org.eclipse.paho.client.mqttv3. Run in the folder of these files:
            // KEY_PASSPHRASE=... java -cp paho.jar Publish.java
            import java.io.InputStream;
            import java.nio.file.Files;
            import java.nio.file.Path;
            import java.security.KeyStore;
            import javax.net.ssl.KeyManagerFactory;
            import javax.net.ssl.SSLContext;
            import javax.net.ssl.TrustManagerFactory;
            import org.eclipse.paho.client.mqttv3.MqttClient;
            import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
            import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

            public class Publish {
                public static void main(String[] args) throws Exception {
                    char[] passphrase = System.getenv("KEY_PASSPHRASE").toCharArray();
                    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
                    keys.init(load("%1$s.p12", passphrase), passphrase);
                    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
                    trust.init(%2$s);
                    SSLContext tls = SSLContext.getInstance("TLS");
                    tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
                    MqttConnectOptions options = new MqttConnectOptions();
                    options.setSocketFactory(tls.getSocketFactory());
                    options.setHttpsHostnameVerificationEnabled(true);
                    try (MqttClient client = new MqttClient(
                            "ssl://%3$s:%4$d", MqttClient.generateClientId(), new MemoryPersistence())) {
                        client.connect(options);
                        client.publish("v1/devices/me/telemetry", "{\\"temperature\\":21.5}".getBytes(), 1, false);
                        client.disconnect();
                    }
                }

                private static KeyStore load(String file, char[] passphrase) throws Exception {
                    KeyStore store = KeyStore.getInstance("PKCS12");
                    try (InputStream in = Files.newInputStream(Path.of(file))) {
                        store.load(in, passphrase);
                    }
                    return store;
                }
            }
            """.formatted(
                        request.baseName(),
                        request.serverAuthorities().isEmpty()
                                ? "(KeyStore) null"
                                : "load(\"" + request.baseName() + ".trust.p12\", passphrase)",
                        request.host(),
                        request.port());
    }

    /** Files lie beside the gateway's own configuration; without an authority it trusts those of its system. */
    static String gateway(ExportRequest request, Names names) {
        String authorities =
                request.serverAuthorities().isEmpty() ? "" : "\"caCert\": \"" + names.authorities() + "\",\n      ";
        return """
            {
              "thingsboard": {
                "host": "%s",
                "port": %d,
                "security": {
                  "type": "tlsPrivateKey",
                  "tls": true,
                  %s"privateKey": "%s",
                  "cert": "%s"
                }
              }
            }
            """.formatted(request.host(), request.port(), authorities, names.key(), names.chain());
    }

    /** The format of nvs_partition_gen.py: key, type, encoding, value. Keys have at most 15 characters. */
    static String espNvs(ExportRequest request, Names names) {
        String authorities = request.serverAuthorities().isEmpty()
                ? ""
                : nvsFile("ca_cert", names.authorities(), Pem.certificates(request.serverAuthorities()));
        return """
            key,type,encoding,value
            mqtt,namespace,,
            host,data,string,%s
            port,data,u16,%d
            %s%s%s\
            """.formatted(
                        request.host(),
                        request.port(),
                        authorities,
                        nvsFile("client_cert", names.chain(), Pem.certificates(request.chain())),
                        // A key of any usual kind is shorter than a string of NVS may be.
                        "client_key,file,string," + names.key() + "\n");
    }

    /** Whether NVS takes a text as a string, to which it adds the zero at the end itself. */
    static boolean isNvsString(String content) {
        return content.length() < NVS_STRING;
    }

    /** The name of the file for a blob of NVS: mbedTLS takes PEM only with a zero at its end. */
    static String zeroEnded(String file) {
        return file + ".nul";
    }

    private static String nvsFile(String key, String file, String content) {
        return isNvsString(content)
                ? key + ",file,string," + file + "\n"
                : key + ",file,binary," + zeroEnded(file) + "\n";
    }

    /** A PEM text as a string literal of C, one line each. */
    static String cLiteral(String pem) {
        StringBuilder literal = new StringBuilder();
        pem.lines().forEach(line -> literal.append("    \"").append(line).append("\\n\"\n"));
        return literal.substring(0, literal.length() - 1);
    }

    /** A name that C takes for an identifier. */
    static String identifier(String base) {
        String cleaned = base.replaceAll("[^A-Za-z0-9]", "_").toLowerCase(Locale.ROOT);
        return Character.isDigit(cleaned.charAt(0)) ? "_" + cleaned : cleaned;
    }
}
