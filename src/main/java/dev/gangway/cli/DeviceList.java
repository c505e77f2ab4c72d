package dev.gangway.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.pki.Fingerprints;
import dev.gangway.testing.RunSummary;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Devices as a table and as JSON, without their secrets. */
final class DeviceList {
    private final Context context;
    private final UseCases workspace;
    private final Lookup lookup;
    /** Names of servers by their ids: a thousand devices are on a few. */
    private final Map<UUID, String> servers = new HashMap<>();

    DeviceList(Context context, UseCases workspace) {
        this.context = context;
        this.workspace = workspace;
        lookup = new Lookup(workspace);
    }

    List<Device> of(Optional<String> server) {
        return lookup.devices(List.of(), server);
    }

    void print(List<Device> devices) {
        TextTable table = new TextTable(
                word("device"), word("credential"), word("server"), word("push"), word("verdict"), word("tested"));
        Function<Device, Optional<RunSummary>> newest = newest(devices);
        for (Device device : devices) {
            Optional<RunSummary> last = newest.apply(device);
            table.row(
                    device.name(),
                    type(device.credential()),
                    serverOf(device),
                    device.server().push().name(),
                    last.map(RunSummary::code).orElse(""),
                    last.map(run -> context.words().formats().dateTime(run.at()))
                            .orElse(""));
        }
        table.print(context.terminal());
    }

    /** Adds an object for each of them. */
    void addTo(ArrayNode all, List<Device> devices) {
        Function<Device, Optional<RunSummary>> newest = newest(devices);
        devices.forEach(device -> all.add(json(device, newest.apply(device))));
    }

    ObjectNode json(Device device) {
        return json(device, newest(List.of(device)).apply(device));
    }

    private ObjectNode json(Device device, Optional<RunSummary> last) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", device.id().toString());
        node.put("name", device.name());
        node.put("profile", device.profile());
        node.put("label", device.label());
        node.put("credential", type(device.credential()));
        certificate(device.credential()).ifPresent(leaf -> {
            node.put("credentialsId", Fingerprints.credentialsId(leaf));
            node.put("notAfter", leaf.getNotAfter().toInstant().toString());
        });
        node.put("server", serverOf(device));
        node.put("remoteId", device.server().remoteId().orElse(null));
        node.put("push", device.server().push().name());
        node.put("lastTest", last.map(RunSummary::code).orElse(null));
        return node;
    }

    /** The last test of each of these: for many all are read at once, and no more than the last of any. */
    private Function<Device, Optional<RunSummary>> newest(List<Device> devices) {
        if (devices.size() == 1) {
            return device -> workspace.tests().history(device.id()).stream().findFirst();
        }
        Map<UUID, RunSummary> newest = workspace.tests().newest();
        return device -> Optional.ofNullable(newest.get(device.id()));
    }

    private String serverOf(Device device) {
        return device.server()
                .server()
                .map(id -> servers.computeIfAbsent(id, unknown -> lookup.serverOf(device)))
                .orElse("");
    }

    private String word(String key) {
        return context.words().get("cli.head." + key);
    }

    /** The name of the type as ThingsBoard has it, where it knows it. */
    static String type(Credential credential) {
        return switch (credential) {
            case Credential.None none -> "NONE";
            case Credential.AccessToken token -> "ACCESS_TOKEN";
            case Credential.MqttBasic basic -> "MQTT_BASIC";
            case Credential.X509Leaf leaf -> "X509_CERTIFICATE";
            case Credential.X509Chain chain -> "X509_CHAIN";
            case Credential.Jwt jwt -> "JWT";
            case Credential.OAuth oauth -> "OAUTH2";
            case Credential.Provisioning provisioning -> "PROVISIONING";
        };
    }

    private static Optional<X509Certificate> certificate(Credential credential) {
        return switch (credential) {
            case Credential.X509Leaf leaf -> Optional.of(leaf.certificate());
            case Credential.X509Chain chain -> Optional.of(chain.chain().getFirst());
            default -> Optional.empty();
        };
    }
}
