package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.authorities.Authority;
import dev.gangway.authorities.CertificatePreview;
import dev.gangway.authorities.IssueRequest;
import dev.gangway.authorities.Issued;
import dev.gangway.authorities.Issuing.IssuedKey;
import dev.gangway.authorities.RequestDraft;
import dev.gangway.authorities.RequestedCertificate;
import dev.gangway.authorities.UnassignedCertificates;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Printable;
import dev.gangway.pki.Pem;
import dev.gangway.pki.Source;
import dev.gangway.pki.authority.Template;
import dev.gangway.pki.export.ExportFile;
import dev.gangway.pki.export.ExportFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What authorities sign: certificates for keys made here, and requests that devices made. */
abstract class IssueCommands extends RevokeCommands {
    IssueCommands(Context context) {
        super(context);
    }

    @Command(
            name = "issue",
            description = "Makes a key and has an authority certify it. It is kept in the vault: as a certificate, or"
                    + " with --device as the credential of that device; push it afterwards.")
    int issue(
            @Mixin VaultOptions vault,
            @Mixin TemplateOptions how,
            @Mixin JsonOption json,
            @Parameters(index = "0", paramLabel = "AUTHORITY") String authority,
            @Parameters(index = "1", paramLabel = "NAME", description = "Fills {name} in the template.") String name,
            @Option(names = "--key-type", description = "That of the template without this: " + KeyTypes.ALL + ".")
                    Optional<String> keyType,
            @Option(names = "--device", description = "Give it to the device NAME of the vault.") boolean forDevice,
            @Option(names = "--chain", description = "With --device: sign in with the whole chain.") boolean chain) {
        try (UseCases workspace = vault.open(context)) {
            Lookup lookup = new Lookup(workspace);
            Optional<Device> device = forDevice ? Optional.of(lookup.device(name)) : Optional.empty();
            Template template = how.template(workspace.authorities().templates());
            IssueRequest request = new IssueRequest(
                    lookup.authority(authority).id(),
                    keyType.map(KeyTypes::parse).map(template::withKey).orElse(template),
                    values(name, how.serial().or(() -> device.flatMap(Device::serial))),
                    how.dns(),
                    how.addresses(),
                    device.map(Device::id),
                    how.otherNames());
            notes(orFail(workspace.authorities().issuing().draft(request)));
            IssuedKey made = orFail(workspace.authorities().issuing().issue(request));
            device.ifPresentOrElse(
                    whose -> workspace.devices().save(whose.withCredential(made.credential(chain))),
                    () -> workspace
                            .certificates()
                            .keep(new UnassignedCertificates.Wanted(
                                    name, made.issued().chain(), Optional.of(made.key()))));
            print(json, made.issued());
        }
        return ExitCode.PASS;
    }

    @Command(
            name = "sign-csr",
            description = "Signs a request that a device made; its key stays there. Writes NAME.crt.pem and"
                    + " NAME.chain.pem.")
    int signRequest(
            @Mixin VaultOptions vault,
            @Mixin TemplateOptions how,
            @Mixin JsonOption json,
            @Parameters(index = "0", paramLabel = "AUTHORITY") String authority,
            @Parameters(index = "1", paramLabel = "FILE", description = "The request, PEM or DER.") Path file,
            @Option(names = "--name", paramLabel = "NAME", description = "Use the template's subject with this name.")
                    Optional<String> name,
            @Option(names = "--dry-run", description = "Only show what would be kept and dropped.") boolean dryRun,
            @Option(names = "--out", paramLabel = "DIR", defaultValue = "", description = "Where the files go.")
                    Path folder) {
        Source request = orFail(Source.file(file));
        try (UseCases workspace = vault.open(context)) {
            Authority by = new Lookup(workspace).authority(authority);
            RequestedCertificate wanted = new RequestedCertificate(
                    by.id(),
                    how.template(workspace.authorities().templates()),
                    request,
                    name.isEmpty(),
                    name.map(given -> values(given, how.serial())).orElse(Map.of()),
                    Optional.<UUID>empty());
            RequestDraft draft = orFail(workspace.authorities().issuing().draft(wanted));
            draft.kept()
                    .forEach(each -> context.terminal().aside(context.words().get("cli.request.kept", "what", each)));
            draft.dropped()
                    .forEach(
                            each -> context.terminal().aside(context.words().get("cli.request.dropped", "what", each)));
            notes(draft.draft());
            if (dryRun) {
                return ExitCode.PASS;
            }
            Issued issued = orFail(workspace.authorities().issuing().sign(wanted));
            write(folder, name.orElseGet(() -> base(file)), issued);
            print(json, issued);
        }
        return ExitCode.PASS;
    }

    /** What is to be known beforehand, for example that the authority ends earlier. */
    private void notes(CertificatePreview preview) {
        preview.notes().forEach(note -> Diagnoses.print(context.terminal().aside(), note.diagnosis()));
    }

    private void write(Path folder, String name, Issued issued) {
        String base = Printable.fileName(name);
        List<ExportFile> files = List.of(
                ExportFile.plain(
                        base + ".crt.pem", Pem.certificate(issued.chain().getFirst())),
                ExportFile.plain(base + ".chain.pem", Pem.certificates(issued.chain())));
        orFail(ExportFolder.write(folder, files))
                .forEach(path -> context.terminal().aside(context.words().get("cli.written", "file", path)));
    }

    private static String base(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.(csr|pem|der|req|p10)$", "");
    }

    private void print(JsonOption json, Issued issued) {
        CertificateReport report = new CertificateReport(context);
        ObjectNode node = report.json(issued.record());
        json.print(context, node, () -> report.facts(issued.record().certificate()));
    }

    private static Map<String, String> values(String name, Optional<String> serial) {
        return Map.of("name", name, "serial", serial.orElse(name));
    }
}
