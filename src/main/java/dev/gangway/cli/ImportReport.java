package dev.gangway.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Printable;
import dev.gangway.pki.AlternativeNames;
import dev.gangway.pki.Finding;
import dev.gangway.pki.Fingerprints;
import dev.gangway.pki.Keys;
import dev.gangway.pki.Subjects;
import dev.gangway.pki.importing.FileProblem;
import dev.gangway.pki.importing.ImportItem;
import dev.gangway.pki.importing.ImportPreview;
import dev.gangway.pki.path.Issuance;
import dev.gangway.transfer.importing.Destination;
import dev.gangway.transfer.importing.Proposal.Placement;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** What files hold, as text and as JSON. */
final class ImportReport {
    private final Context context;
    private final Terminal terminal;

    ImportReport(Context context) {
        this.context = context;
        this.terminal = context.terminal();
    }

    /** One thing with all that is to be said about it; {@code placement} where it goes somewhere. */
    void print(ImportItem item, Optional<Placement> placement, Optional<Diagnosis> problem) {
        terminal.line(terminal.in(Terminal.Colour.STRONG, Printable.of(item.name())));
        indented("import.files", "files", Printable.of(String.join(", ", item.files())));
        if (item.chain().isEmpty()) {
            indented("import.key-only");
        } else {
            X509Certificate own = item.chain().getFirst();
            indented(
                    item.key().isPresent() ? "import.key-and-certificate" : "import.certificate-only",
                    "key",
                    Keys.describe(own.getPublicKey()),
                    "date",
                    own.getNotAfter().toInstant());
            for (int i = 1; i < item.chain().size(); i++) {
                X509Certificate issuer = item.chain().get(i);
                indented(
                        Issuance.isSelfSigned(issuer) ? "import.root" : "import.issuer",
                        "subject",
                        Printable.of(Subjects.text(issuer)));
            }
            List<String> names = AlternativeNames.of(own);
            if (!names.isEmpty()) {
                indented("import.names", "names", Printable.of(String.join(", ", names)));
            }
            indented("import.fingerprint", "id", Fingerprints.credentialsId(own));
        }
        item.findings().forEach(this::print);
        placement.ifPresent(to -> terminal.line("  → " + where(to.destination())));
        problem.ifPresent(why -> print(new Finding(Finding.Severity.ERROR, why)));
        terminal.line("");
    }

    private void indented(String key, Object... places) {
        terminal.line("  " + context.words().get("cli." + key, places));
    }

    private void print(Finding finding) {
        Terminal.Colour colour = finding.isError() ? Terminal.Colour.BAD : Terminal.Colour.WARNING;
        Diagnosis why = finding.diagnosis();
        String mark = finding.isError() ? "✘ " : "! ";
        terminal.line("  " + terminal.in(colour, mark + context.words().title(why)) + "  "
                + terminal.in(Terminal.Colour.FAINT, why.code()));
        why.remedies()
                .forEach(remedy -> terminal.line("    → " + context.words().remedy(remedy)));
    }

    /** Files that cannot be read, and what was put right in the others. */
    void printRest(ImportPreview preview) {
        for (FileProblem problem : preview.problems()) {
            Diagnoses.print(terminal, problem.diagnosis());
            terminal.line("");
        }
        for (Evidence notice : preview.notices()) {
            terminal.line(terminal.in(
                    Terminal.Colour.FAINT, "· " + Printable.of(context.words().evidence(notice))));
        }
    }

    /** The place in words. */
    String where(Destination destination) {
        return switch (destination) {
            case Destination.NewDevice(String name, String profile) ->
                context.words().get("cli.import.to.device", "name", name);
            case Destination.ExistingDevice device ->
                context.words().get("cli.import.to.existing", "name", device.name());
            case Destination.NewAuthority(String name) -> context.words().get("cli.import.to.authority", "name", name);
            case Destination.Certificate(String name) -> context.words().get("cli.import.to.certificate", "name", name);
            case Destination.LeaveOut nowhere -> context.words().get("cli.import.to.nothing");
        };
    }

    /** {@code items}, {@code problems}, {@code notices}. */
    ObjectNode json(ImportPreview preview, List<Placement> placements, List<Optional<Diagnosis>> problems) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode items = node.putArray("items");
        for (int i = 0; i < preview.items().size(); i++) {
            ObjectNode item = json(preview.items().get(i));
            if (i < placements.size()) {
                Destination to = placements.get(i).destination();
                ObjectNode place = item.putObject("destination");
                place.put(
                        "kind",
                        to.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
                place.put("name", name(to));
                item.set(
                        "problem",
                        problems.get(i)
                                .map(why -> Diagnoses.json(context.words(), why))
                                .orElse(null));
            }
            items.add(item);
        }
        ArrayNode files = node.putArray("problems");
        preview.problems().forEach(problem -> {
            ObjectNode file = files.addObject();
            file.put("file", problem.file());
            file.set("diagnosis", Diagnoses.json(context.words(), problem.diagnosis()));
        });
        ArrayNode notices = node.putArray("notices");
        preview.notices().forEach(notice -> notices.add(context.words().evidence(notice)));
        return node;
    }

    private ObjectNode json(ImportItem item) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", item.name());
        item.files().forEach(node.putArray("files")::add);
        node.put("hasKey", item.key().isPresent());
        ArrayNode chain = node.putArray("chain");
        item.chain().forEach(certificate -> {
            ObjectNode one = chain.addObject();
            one.put("subject", Subjects.text(certificate));
            one.put("issuer", Subjects.text(certificate.getIssuerX500Principal()));
            AlternativeNames.of(certificate).forEach(one.putArray("alternativeNames")::add);
            one.put("key", Keys.describe(certificate.getPublicKey()));
            one.put("notBefore", certificate.getNotBefore().toInstant().toString());
            one.put("notAfter", certificate.getNotAfter().toInstant().toString());
            one.put("sha256", Fingerprints.sha256(certificate));
            one.put("credentialsId", Fingerprints.credentialsId(certificate));
        });
        ArrayNode findings = node.putArray("findings");
        item.findings().forEach(finding -> {
            ObjectNode one = Diagnoses.json(context.words(), finding.diagnosis());
            one.put("severity", finding.isError() ? "error" : "warning");
            findings.add(one);
        });
        return node;
    }

    private static String name(Destination to) {
        return switch (to) {
            case Destination.NewDevice(String name, String profile) -> name;
            case Destination.ExistingDevice device -> device.name();
            case Destination.NewAuthority(String name) -> name;
            case Destination.Certificate(String name) -> name;
            case Destination.LeaveOut nowhere -> "";
        };
    }
}
