package dev.gangway.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.ServerState;
import dev.gangway.inventory.DeviceNames;
import dev.gangway.pki.Fingerprints;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;

/** Certificates from authorities elsewhere. */
@Command(
        name = "enrol",
        description = "Gets a device a certificate from an authority elsewhere, by EST or CMP; the key is made here.")
final class EnrolCommands {
    /** The device of this name, or a new one that is not saved yet. */
    static Device device(Context context, UseCases workspace, String name) {
        return workspace.devices().named(name).orElseGet(() -> {
            DeviceNames.check(name).ifPresent(why -> {
                throw new CommandFailed(why);
            });
            return new Device(
                    UUID.randomUUID(),
                    name,
                    Optional.empty(),
                    "default",
                    "",
                    new Credential.None(),
                    ServerState.none(),
                    context.tools().clock().instant());
        });
    }

    /** What came of it. */
    static void report(Context context, Device enrolled, boolean json) {
        List<X509Certificate> chain = chain(enrolled);
        X509Certificate leaf = chain.getFirst();
        if (json) {
            ObjectNode node = JsonNodeFactory.instance
                    .objectNode()
                    .put("device", enrolled.name())
                    .put("subject", leaf.getSubjectX500Principal().getName())
                    .put("issuer", leaf.getIssuerX500Principal().getName())
                    .put("notAfter", leaf.getNotAfter().toInstant().toString())
                    .put("sha256", Fingerprints.sha256(leaf))
                    .put("chain", chain.size());
            context.print(node);
            return;
        }
        context.terminal()
                .say(
                        "enrolled",
                        "name",
                        enrolled.name(),
                        "subject",
                        leaf.getSubjectX500Principal().getName(),
                        "issuer",
                        leaf.getIssuerX500Principal().getName(),
                        "date",
                        leaf.getNotAfter().toInstant());
    }

    private static List<X509Certificate> chain(Device enrolled) {
        return switch (enrolled.credential()) {
            case Credential.X509Leaf leaf -> List.of(leaf.certificate());
            case Credential.X509Chain chain -> chain.chain();
            default -> throw new IllegalStateException("enrolled without a certificate");
        };
    }
}
