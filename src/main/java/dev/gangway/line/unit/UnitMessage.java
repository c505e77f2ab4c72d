package dev.gangway.line.unit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.KeyRef;
import dev.gangway.pki.Pem;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerEntry;
import dev.gangway.server.ServerEntry.HostPort;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A unit, its credential and its server as the program that writes to the device gets them. Holds secrets. */
final class UnitMessage {
    private static final int SHORTEST_SECRET = 8;

    private final ObjectNode json = JsonNodeFactory.instance.objectNode();
    private final List<String> secrets = new ArrayList<>();

    private final boolean request;

    private UnitMessage(UnitOrder order, Device device, ServerEntry server, boolean request) {
        this.request = request;
        json.put("ask", ask());
        ObjectNode unit = json.putObject("unit");
        unit.put("serial", order.serial());
        unit.put("name", order.name());
        unit.put("label", order.label());
        unit.put("profile", device.profile());
        unit.put("recipe", order.recipe().name());
        unit.put("version", order.recipe().version());
        ObjectNode attributes = unit.putObject("attributes");
        order.attributes().forEach(attributes::put);
        ObjectNode to = json.putObject("server");
        to.put("name", server.name());
        address(to, "mqtt", server.mqtt());
        address(to, "mqtts", server.mqtts());
        ArrayNode anchors = to.putArray("authorities");
        server.trustAnchors().forEach(anchors::add);
    }

    /** A device with its credential, which the program writes to it. */
    static UnitMessage write(UnitOrder order, Device device, ServerEntry server) {
        UnitMessage message = new UnitMessage(order, device, server, false);
        message.credential(message.json.putObject("credential"), device.credential());
        return message;
    }

    /**
     * A device that is to make its key, and ask for a certificate.
     *
     * @param subject that the certificate will have, as in RFC 4514
     * @param key kind that it has to be of, as recipes have it
     */
    static UnitMessage request(UnitOrder order, Device device, ServerEntry server, String subject, String key) {
        UnitMessage message = new UnitMessage(order, device, server, true);
        message.json
                .putObject("credential")
                .put("type", "request")
                .put("subject", subject)
                .put("key", key);
        return message;
    }

    /** What the program is asked for. */
    String ask() {
        return request ? "request" : "write";
    }

    boolean asksForRequest() {
        return request;
    }

    /** UTF-8; the caller wipes them. */
    byte[] bytes() {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The text, with every secret that was told replaced by dots. */
    String withoutSecrets(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, "•••");
        }
        return clean;
    }

    private void credential(ObjectNode node, Credential credential) {
        switch (credential) {
            case Credential.AccessToken(Secret token) -> {
                node.put("type", "token");
                node.put("token", secret(token.reveal()));
            }
            case Credential.X509Leaf(X509Certificate leaf, KeyRef key) -> x509(node, List.of(leaf), key);
            case Credential.X509Chain(List<X509Certificate> chain, KeyRef key) -> x509(node, chain, key);
            default -> node.put("type", "none");
        }
    }

    private void x509(ObjectNode node, List<X509Certificate> chain, KeyRef key) {
        node.put("type", "x509");
        node.put("certificate", Pem.certificates(chain));
        if (key instanceof KeyRef.Stored(Secret pkcs8)) {
            String pem =
                    pkcs8.withBytes(der -> Pem.secretBlock("PRIVATE KEY", der)).reveal();
            node.put("key", pem);
            pem.lines().filter(line -> !line.startsWith("-----")).forEach(this::secret);
        }
    }

    private String secret(String text) {
        if (text.length() >= SHORTEST_SECRET) {
            secrets.add(text);
        }
        return text;
    }

    private static void address(ObjectNode node, String name, Optional<HostPort> at) {
        at.ifPresent(there -> node.putObject(name).put("host", there.host()).put("port", there.port()));
    }
}
