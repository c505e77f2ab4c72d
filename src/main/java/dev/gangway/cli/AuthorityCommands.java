package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.authorities.Authority;
import dev.gangway.authorities.AuthorityCreation.NewAuthority;
import dev.gangway.authorities.IssuedCertificate;
import dev.gangway.cli.TemplateOptions.Days;
import dev.gangway.credentials.AuthorityRenewals;
import dev.gangway.pki.AuthorityLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.naming.ldap.Rdn;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The authorities in the vault; what they issue has commands of its own. */
@Command(name = "authority", description = "Authorities in the vault, and what they issue.")
final class AuthorityCommands extends IssueCommands {
    private static final Duration ROOT_LIFE = Duration.ofDays(3650);
    private static final Duration INTERMEDIATE_LIFE = Duration.ofDays(1825);

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    AuthorityCommands(Context context) {
        super(context);
    }

    @Command(name = "create", description = "Makes a root, or with --below an authority that another one vouches for.")
    int create(
            @Mixin VaultOptions vault,
            @Mixin Days validity,
            @Parameters(paramLabel = "NAME", description = "For people.") String name,
            @Option(names = "--subject", paramLabel = "DN", description = "As in RFC 4514; CN=NAME without it.")
                    Optional<String> subject,
            @Option(names = "--below", paramLabel = "AUTHORITY", description = "Who vouches for it.")
                    Optional<String> below,
            @Option(
                            names = "--key-type",
                            defaultValue = "ec-p256",
                            description = KeyTypes.ALL + " (default: ${DEFAULT-VALUE}).")
                    String keyType,
            @Option(names = "--path-length", paramLabel = "N", description = "Authorities that may stand below it.")
                    Optional<Integer> pathLength,
            @Option(names = "--permit", paramLabel = "HOST", description = "A name it may sign for; may be repeated.")
                    List<String> permitted,
            @Option(names = "--exclude", paramLabel = "HOST", description = "A name it must not sign for.")
                    List<String> excluded) {
        pathLength.filter(number -> number < 0).ifPresent(number -> {
            throw ConnectionOptions.badValue("--path-length", String.valueOf(number));
        });
        try (UseCases workspace = vault.open(context)) {
            AuthorityLimits limits = new AuthorityLimits(pathLength, orNone(permitted), orNone(excluded));
            NewAuthority wanted = new NewAuthority(
                    name,
                    subject.orElse("CN=" + Rdn.escapeValue(name)),
                    KeyTypes.parse(keyType),
                    validity.or(Optional.of(below.isPresent() ? INTERMEDIATE_LIFE : ROOT_LIFE)),
                    limits);
            Lookup lookup = new Lookup(workspace);
            Authority made = orFail(
                    below.isPresent()
                            ? workspace
                                    .authorities()
                                    .founding()
                                    .intermediate(lookup.authority(below.get()).id(), wanted)
                            : workspace.authorities().founding().root(wanted));
            sayIfCut(made, wanted.validity());
            context.terminal().say("authority.created", "name", made.name());
        }
        return ExitCode.PASS;
    }

    @Command(name = "list", description = "Lists them, each below the one that vouches for it.")
    int list(@Mixin VaultOptions vault, @Mixin JsonOption json) {
        try (UseCases workspace = vault.open(context)) {
            CertificateReport report = new CertificateReport(context);
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            ArrayNode all = node.putArray("authorities");
            TextTable table = new TextTable(
                    report.word("authority"), report.word("subject"), report.word("until"), report.word("issued"));
            for (Authority authority : nested(workspace.authorities().all())) {
                int issued = workspace.authorities().issuedBy(authority.id()).size();
                all.add(report.json(authority, issued));
                table.row(
                        "  ".repeat(authority.chain().size() - 1) + authority.name(),
                        CertificateReport.subject(authority.certificate()),
                        report.date(authority.end()),
                        String.valueOf(issued));
            }
            json.print(context, node, () -> table.print(context.terminal()));
        }
        return ExitCode.PASS;
    }

    @Command(name = "show", description = "Shows one, and everything that it has issued.")
    int show(@Mixin VaultOptions vault, @Mixin JsonOption json, @Parameters(paramLabel = "AUTHORITY") String name) {
        try (UseCases workspace = vault.open(context)) {
            Authority authority = new Lookup(workspace).authority(name);
            List<IssuedCertificate> issued = workspace.authorities().issuedBy(authority.id());
            CertificateReport report = new CertificateReport(context);
            ObjectNode node = report.json(authority, issued.size());
            ArrayNode all = node.putArray("certificates");
            TextTable table = new TextTable(
                    report.word("serial"),
                    report.word("subject"),
                    report.word("until"),
                    report.word("template"),
                    report.word("state"));
            for (IssuedCertificate each : issued) {
                all.add(report.json(each));
                table.row(
                        each.serial(),
                        CertificateReport.subject(each.certificate()),
                        report.date(each.certificate().getNotAfter().toInstant()),
                        each.template(),
                        report.state(each));
            }
            json.print(context, node, () -> {
                report.facts(authority.certificate());
                context.terminal().line("");
                table.print(context.terminal());
            });
        }
        return ExitCode.PASS;
    }

    @Command(name = "import", description = "Takes an authority in that was made elsewhere, with its key.")
    int takeIn(
            @Mixin VaultOptions vault,
            @Mixin CredentialFiles files,
            @Parameters(paramLabel = "NAME", description = "For people.") String name) {
        try (UseCases workspace = vault.open(context)) {
            orFail(files.read(context.tools().make().reader())
                    .map(identity -> workspace.authorities().founding().takeIn(name, identity))
                    .orElseThrow(() -> CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--cert")));
            context.terminal().say("authority.imported", "name", name);
        }
        return ExitCode.PASS;
    }

    @Command(name = "renew", description = "Issues its own certificate again for the same key.")
    int renew(@Mixin VaultOptions vault, @Mixin Days validity, @Parameters(paramLabel = "AUTHORITY") String name) {
        try (UseCases workspace = vault.open(context)) {
            Authority old = new Lookup(workspace).authority(name);
            Optional<Duration> life = Optional.of(
                    Duration.between(old.certificate().getNotBefore().toInstant(), old.end()));
            AuthorityRenewals renewals = workspace.authorityRenewals();
            AuthorityRenewals.Dependents hanging =
                    orFail(renewals.dependents(old, context.tools().cancellation()));
            sayWhatHangsOn(old, hanging);
            Authority renewed = orFail(renewals.renew(
                    old, validity.or(life), hanging, context.tools().cancellation()));
            hanging.profiles()
                    .forEach(each -> context.terminal()
                            .say(
                                    "authority.profile-renewed",
                                    "profile",
                                    each.profile().name(),
                                    "server",
                                    each.server().name()));
            sayIfCut(renewed, validity.or(life));
            context.terminal()
                    .say(
                            "certificate.renewed",
                            "name",
                            name,
                            "date",
                            context.words().formats().date(renewed.end()));
        }
        return ExitCode.PASS;
    }

    @Command(name = "delete", description = "Removes one that vouches for nothing any more, with its key.")
    int delete(@Mixin VaultOptions vault, @Parameters(paramLabel = "AUTHORITY") String name) {
        try (UseCases workspace = vault.open(context)) {
            orFail(workspace
                    .authorities()
                    .remove(new Lookup(workspace).authority(name).id()));
            context.terminal().say("authority.deleted", "name", name);
        }
        return ExitCode.PASS;
    }

    private void sayWhatHangsOn(Authority authority, AuthorityRenewals.Dependents hanging) {
        context.terminal()
                .say(
                        "authority.hanging",
                        "name",
                        authority.name(),
                        "devices",
                        hanging.devices().size(),
                        "profiles",
                        hanging.profiles().size());
        hanging.devices().forEach(each -> context.terminal().line("  · " + each.name()));
        hanging.unasked()
                .forEach(each -> context.terminal()
                        .aside()
                        .say("authority.unasked", "name", authority.name(), "server", each.name()));
    }

    /** An authority below another one ends with that at the latest, whatever was asked for. */
    private void sayIfCut(Authority made, Optional<Duration> wanted) {
        Instant now = context.tools().clock().instant();
        if (!made.isRoot()
                && wanted.map(now::plus)
                        .orElse(Instant.MAX)
                        .minus(CLOCKS_DIFFER)
                        .isAfter(made.end())) {
            context.terminal()
                    .say(
                            "authority.cut",
                            "name",
                            made.name(),
                            "date",
                            context.words().formats().date(made.end()));
        }
    }

    /** Each right after the one that vouches for it, and after what stands below its elder sisters. */
    private static List<Authority> nested(List<Authority> all) {
        Set<UUID> here = all.stream().map(Authority::id).collect(Collectors.toSet());
        List<Authority> sorted = new ArrayList<>();
        all.stream()
                .filter(each -> each.parent().filter(here::contains).isEmpty())
                .forEach(top -> add(top, all, sorted));
        return sorted;
    }

    private static void add(Authority authority, List<Authority> all, List<Authority> to) {
        to.add(authority);
        all.stream()
                .filter(each -> each.parent().filter(authority.id()::equals).isPresent())
                .forEach(below -> add(below, all, to));
    }

    /** picocli hands in null where a repeatable option was not given. */
    private static List<String> orNone(@Nullable List<String> given) {
        return given == null ? List.of() : given;
    }
}
