package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.credentials.Credentials;
import dev.gangway.credentials.HardwareKeys;
import dev.gangway.credentials.TokenPlace;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.KeyRef;
import dev.gangway.pki.Identity;
import dev.gangway.pki.Source;
import dev.gangway.pki.export.ExportFile;
import dev.gangway.pki.export.ExportFolder;
import dev.gangway.pki.hardware.HardwareKey;
import dev.gangway.pki.hardware.TokenInfo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keys in hardware tokens (PKCS#11), which never leave them. */
@Command(name = "hardware", description = "Private keys in hardware tokens (PKCS#11), which they never leave.")
final class HardwareCommands {
    private final Context context;

    HardwareCommands(Context context) {
        this.context = context;
    }

    @Command(name = "tokens", description = "Lists the tokens that are plugged in; needs no PIN.")
    int tokens(
            @Mixin TokenOptions token,
            @Option(names = "--json", description = "Print one JSON object instead of a table.") boolean json) {
        try (HardwareKeys keys = token.keys(context)) {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            ArrayNode all = node.putArray("tokens");
            TextTable table = new TextTable("TOKEN", "MODEL", "SERIAL", "STATE", "PIN TRIES");
            for (TokenInfo found : orFail(keys.tokens(token.module(context)))) {
                table.row(
                        found.label(),
                        found.manufacturer() + " " + found.model(),
                        found.serial(),
                        lower(found.state()),
                        lower(found.tries()));
                all.addObject()
                        .put("label", found.label())
                        .put("manufacturer", found.manufacturer())
                        .put("model", found.model())
                        .put("serial", found.serial())
                        .put("slot", found.slot())
                        .put("state", lower(found.state()))
                        .put("tries", lower(found.tries()));
            }
            print(table, node, json);
        }
        return ExitCode.PASS;
    }

    @Command(name = "keys", description = "Lists the private keys of a token.")
    int keys(
            @Mixin TokenOptions token,
            @Option(names = "--json", description = "Print one JSON object instead of a table.") boolean json) {
        try (HardwareKeys keys = token.keys(context)) {
            TokenPlace place = token.open(context, keys);
            ObjectNode node = JsonNodeFactory.instance.objectNode().put("token", place.token());
            ArrayNode all = node.putArray("keys");
            TextTable table = new TextTable("KEY", "TYPE", "CERTIFICATE", "VALID UNTIL", "ID");
            for (HardwareKey key : orFail(keys.keys(place))) {
                String subject = key.certificate()
                        .map(certificate ->
                                certificate.getSubjectX500Principal().getName())
                        .orElse("");
                String until = key.certificate()
                        .map(certificate ->
                                certificate.getNotAfter().toInstant().toString())
                        .orElse("");
                table.row(key.label(), key.algorithm(), subject, until, key.id());
                all.addObject()
                        .put("label", key.label())
                        .put("algorithm", key.algorithm())
                        .put("subject", subject)
                        .put("notAfter", until)
                        .put("id", key.id());
            }
            print(table, node, json);
        }
        return ExitCode.PASS;
    }

    @Command(name = "make", description = "Makes a key in a token, with a certificate that it signs itself.")
    int make(
            @Mixin TokenOptions token,
            @Parameters(paramLabel = "KEY", description = "Label of the new key.") String key,
            @Option(
                            names = "--key-type",
                            defaultValue = "ec-p256",
                            description = "ec-p256, ec-p384, rsa-2048, rsa-3072, rsa-4096 (default: ${DEFAULT-VALUE}).")
                    String type,
            @Option(
                            names = "--subject",
                            paramLabel = "DN",
                            description = "Of the certificate; CN= and the label of the key without this.",
                            defaultValue = "")
                    String subject,
            @Option(names = "--days", defaultValue = "3650", description = "How long the certificate is valid.")
                    int days) {
        try (HardwareKeys keys = token.keys(context)) {
            TokenPlace place = token.open(context, keys);
            Identity made =
                    orFail(keys.make(place, key, KeyTypes.parse(type), subject(subject, key), Duration.ofDays(days)));
            context.terminal().say("hardware.made", "key", key, "token", place.token(), "subject", subject(made));
        }
        return ExitCode.PASS;
    }

    @Command(name = "request", description = "Writes a certificate request (CSR) that is signed in the token.")
    int request(
            @Mixin TokenOptions token,
            @Parameters(paramLabel = "KEY") String key,
            @Option(
                            names = "--subject",
                            paramLabel = "DN",
                            description = "What to ask for; CN= and the label of the key without this.",
                            defaultValue = "")
                    String subject,
            @Option(names = "--out", paramLabel = "FILE", description = "Where to; printed without this.")
                    Optional<Path> out) {
        try (HardwareKeys keys = token.keys(context)) {
            String pem = orFail(keys.request(token.open(context, keys), key, subject(subject, key)));
            if (out.isPresent()) {
                Path file = out.get().toAbsolutePath();
                orFail(ExportFolder.write(
                        Objects.requireNonNull(file.getParent()),
                        List.of(ExportFile.plain(file.getFileName().toString(), pem))));
                context.terminal().say("written", "file", out.get());
            } else {
                context.terminal().line(pem.strip());
            }
        }
        return ExitCode.PASS;
    }

    @Command(name = "certify", description = "Stores an issued certificate, or a chain, beside its key in the token.")
    int certify(
            @Mixin TokenOptions token,
            @Parameters(paramLabel = "KEY") String key,
            @Parameters(paramLabel = "FILE", description = "The certificate, or its chain with the leaf first.")
                    Path file) {
        try (HardwareKeys keys = token.keys(context)) {
            Identity stored = orFail(Source.file(file)
                    .then(context.tools().make().reader()::readChain)
                    .then(chain -> keys.certify(token.open(context, keys), key, chain)));
            context.terminal().say("hardware.certified", "key", key, "subject", subject(stored));
        }
        return ExitCode.PASS;
    }

    @Command(name = "use", description = "Has a device of the vault sign in with a key in a token; push it afterwards.")
    int use(
            @Mixin VaultOptions vault,
            @Mixin TokenOptions token,
            @Parameters(paramLabel = "KEY") String key,
            @Parameters(paramLabel = "DEVICE") String name) {
        try (UseCases workspace = vault.open(context, token.pins(context))) {
            Device device = new Lookup(workspace).device(name);
            TokenPlace place = token.open(context, workspace.hardware());
            Identity identity = orFail(workspace.hardware().identity(place, key));
            workspace.devices().save(device.withCredential(credential(identity, place.key(key))));
            context.terminal().say("device.credential-changed", "name", name);
        }
        return ExitCode.PASS;
    }

    private static Credential credential(Identity identity, KeyRef key) {
        return identity.chain().size() == 1
                ? new Credential.X509Leaf(identity.leaf(), key)
                : new Credential.X509Chain(identity.chain(), key);
    }

    private void print(TextTable table, ObjectNode node, boolean json) {
        if (json) {
            context.print(node);
        } else {
            table.print(context.terminal());
        }
    }

    private static String subject(String given, String key) {
        return given.isEmpty() ? "CN=" + Credentials.escapedForSubject(key) : given;
    }

    private static String subject(Identity identity) {
        return identity.leaf().getSubjectX500Principal().getName();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
