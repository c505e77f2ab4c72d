package dev.gangway.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.authorities.Successor;
import dev.gangway.credentials.Renewals.Renewed;
import dev.gangway.inventory.CertificateEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Every certificate in the vault, whoever it belongs to. */
@Command(name = "certificate", description = "Every certificate in the vault: of devices, authorities, and others.")
final class CertificateCommands {
    private final Context context;

    CertificateCommands(Context context) {
        this.context = context;
    }

    @Command(name = "list", description = "Lists them, the first to end first.")
    int list(@Mixin VaultOptions vault, @Mixin JsonOption json) {
        try (UseCases workspace = vault.open(context)) {
            print(json, sorted(workspace.inventory().all()));
        }
        return ExitCode.PASS;
    }

    @Command(name = "show", description = "Shows those of a name.")
    int show(@Mixin VaultOptions vault, @Mixin JsonOption json, @Parameters(paramLabel = "NAME") String name) {
        try (UseCases workspace = vault.open(context)) {
            CertificateReport report = new CertificateReport(context);
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            ArrayNode all = node.putArray("certificates");
            List<CertificateEntry> found = new Lookup(workspace).certificates(name);
            found.forEach(entry -> all.add(report.json(entry)));
            json.print(
                    context,
                    node,
                    () -> found.forEach(entry -> {
                        report.facts(entry.certificate());
                        entry.issued()
                                .map(report::state)
                                .filter(state -> !state.isEmpty())
                                .ifPresent(state -> context.terminal().line(report.word("state") + ": " + state));
                        context.terminal().line("");
                    }));
        }
        return ExitCode.PASS;
    }

    @Command(name = "expiring", description = "Lists those that end soon and can be renewed.")
    int expiring(
            @Mixin VaultOptions vault,
            @Mixin JsonOption json,
            @Option(
                            names = "--within",
                            paramLabel = "DAYS",
                            defaultValue = "30",
                            description = "${DEFAULT-VALUE} days.")
                    int days) {
        try (UseCases workspace = vault.open(context)) {
            print(json, workspace.inventory().expiringBefore(until(days)));
        }
        return ExitCode.PASS;
    }

    @Command(
            name = "renew",
            description = "Renews those of a name, or with --within all that end soon; devices get it on their server.")
    int renew(
            @Mixin VaultOptions vault,
            @Mixin JsonOption json,
            @Parameters(paramLabel = "NAME", arity = "0..*") @Nullable List<String> names,
            @Option(names = "--within", paramLabel = "DAYS", defaultValue = "0", description = "All that end by then.")
                    int days,
            @Option(names = "--new-key", description = "A new key of the same kind; else the same key.")
                    boolean newKey) {
        List<String> wantedNames = names == null ? List.of() : names;
        boolean named = !wantedNames.isEmpty();
        if (named == days > 0) {
            throw named
                    ? CommandFailed.because(CliCode.OPTIONS_EXCLUDE, "one", "NAME", "other", "--within")
                    : CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--within");
        }
        try (UseCases workspace = vault.open(context)) {
            Lookup lookup = new Lookup(workspace);
            List<CertificateEntry> wanted = named
                    ? wantedNames.stream()
                            .flatMap(name -> renewable(name, lookup.certificates(name)).stream())
                            .toList()
                    : workspace.inventory().expiringBefore(until(days));
            List<Renewed> tried = workspace
                    .renewals()
                    .renewAll(
                            wanted,
                            newKey ? Successor.Key.NEW : Successor.Key.SAME,
                            each -> {},
                            context.tools().cancellation());
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            ArrayNode all = node.putArray("certificates");
            tried.forEach(each -> all.addObject()
                    .put("name", each.entry().name())
                    .put("holder", CertificateReport.holder(each.entry()))
                    .put("failure", each.failure().map(why -> why.code()).orElse(null)));
            json.print(context, node, () -> tried.forEach(this::say));
            boolean stopped = tried.size() < wanted.size();
            boolean failed = tried.stream().anyMatch(each -> each.failure().isPresent());
            return stopped ? ExitCode.CANCELLED : failed ? ExitCode.FAIL : ExitCode.PASS;
        }
    }

    /** A name whose certificates were all revoked, or handed out, is a mistake rather than nothing to do. */
    private static List<CertificateEntry> renewable(String name, List<CertificateEntry> entries) {
        List<CertificateEntry> some =
                entries.stream().filter(CertificateEntry::isRenewable).toList();
        if (some.isEmpty()) {
            throw CommandFailed.because(
                    entries.stream().anyMatch(CertificateEntry::isRevoked)
                            ? CliCode.CERTIFICATE_REVOKED
                            : CliCode.NOT_RENEWABLE,
                    "name",
                    name);
        }
        return some;
    }

    private void say(Renewed renewed) {
        renewed.failure()
                .ifPresentOrElse(
                        why -> Diagnoses.print(context.terminal().aside(), why),
                        () -> context.terminal()
                                .say(
                                        "certificate.renewed-one",
                                        "name",
                                        renewed.entry().name()));
    }

    private void print(JsonOption json, List<CertificateEntry> entries) {
        CertificateReport report = new CertificateReport(context);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode all = node.putArray("certificates");
        TextTable table = new TextTable(
                report.word("name"),
                report.word("holder"),
                report.word("subject"),
                report.word("until"),
                report.word("state"));
        for (CertificateEntry entry : entries) {
            all.add(report.json(entry));
            table.row(
                    entry.name(),
                    context.words().get("cli.holder." + CertificateReport.holder(entry)),
                    CertificateReport.subject(entry.certificate()),
                    report.date(entry.end()),
                    entry.issued().map(report::state).orElse(""));
        }
        json.print(context, node, () -> table.print(context.terminal()));
    }

    private static List<CertificateEntry> sorted(List<CertificateEntry> entries) {
        return entries.stream().sorted((a, b) -> a.end().compareTo(b.end())).toList();
    }

    private Instant until(int days) {
        return context.tools().clock().instant().plus(Duration.ofDays(days));
    }
}
