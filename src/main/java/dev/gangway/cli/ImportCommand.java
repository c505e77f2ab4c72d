package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.pki.importing.ImportPreview;
import dev.gangway.pki.importing.Importer;
import dev.gangway.transfer.importing.Destination;
import dev.gangway.transfer.importing.Imports;
import dev.gangway.transfer.importing.Imports.ImportRules;
import dev.gangway.transfer.importing.NamingRule;
import dev.gangway.transfer.importing.Proposal;
import dev.gangway.transfer.importing.Proposal.Placement;
import dev.gangway.transfer.importing.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings files into the vault, all or nothing. */
@Command(
        name = "import",
        description = "Brings certificates and keys into the vault, from files of any kind, all or nothing: keys find"
                + " their certificates, chains are put in order.")
final class ImportCommand implements Callable<Integer> {
    private final Context context;

    @Mixin
    private VaultOptions vault = new VaultOptions();

    @Mixin
    private FileReading files = new FileReading();

    @Option(names = "--preview", description = "Say what would be stored, and store nothing.")
    private boolean preview;

    @Option(
            names = "--as",
            paramLabel = "WHAT",
            description = "device, authority or certificate: where everything goes that can. Without it each thing goes"
                    + " where it is of most use.")
    private Optional<String> as = Optional.empty();

    @Option(
            names = "--name",
            paramLabel = "RULE",
            defaultValue = "{cn}",
            description = "How devices are named: text with {cn}, {serialnumber}, {ou} and other attributes of the"
                    + " subject, or {file} (default: ${DEFAULT-VALUE}).")
    private String name = "{cn}";

    @Option(names = "--profile", defaultValue = "default", description = "Device profile on the server.")
    private String profile = "default";

    @Option(names = "--replace", description = "Give a device of the same name the new credential.")
    private boolean replace;

    @Option(names = "--skip-unreadable", description = "Leave out files that cannot be read, and import the others.")
    private boolean skipUnreadable;

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    ImportCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        try (UseCases workspace = vault.open(context)) {
            Imports imports = workspace.imports();
            ImportPreview read = files.read(context, imports::preview);
            List<Proposal> proposals =
                    imports.propose(read.items(), new ImportRules(new NamingRule(name), profile, kind(), replace));
            List<Placement> placements =
                    proposals.stream().map(Proposal::placement).toList();
            List<Optional<Diagnosis>> problems = new ArrayList<>(imports.check(placements));
            for (int i = 0; i < problems.size(); i++) {
                int at = i;
                problems.set(i, problems.get(i).or(() -> proposals.get(at).known()));
            }
            ObjectNode node = new ImportReport(context).json(read, placements, problems);
            if (!json) {
                print(read, placements, problems);
            }
            boolean stops = !read.problems().isEmpty() && !skipUnreadable;
            if (stops || preview) {
                say(node, stops ? "import.stopped" : "import.previewed");
                return stops ? ExitCode.INPUT : ExitCode.PASS;
            }
            if (read.items().isEmpty()) {
                throw new CommandFailed(Importer.nothingFound());
            }
            if (proposals.stream().allMatch(proposal -> proposal.known().isPresent())) {
                say(node, "import.known");
                return ExitCode.PASS;
            }
            Stored stored = orFail(imports.store(placements));
            ObjectNode done = node.putObject("stored");
            done.put("devices", stored.devices().size());
            done.put("authorities", stored.authorities().size());
            done.put("certificates", stored.certificates().size());
            say(
                    node,
                    "import.stored",
                    "devices",
                    stored.devices().size(),
                    "authorities",
                    stored.authorities().size(),
                    "certificates",
                    stored.certificates().size());
        }
        return ExitCode.PASS;
    }

    private void print(ImportPreview read, List<Placement> placements, List<Optional<Diagnosis>> problems) {
        ImportReport report = new ImportReport(context);
        for (int i = 0; i < placements.size(); i++) {
            report.print(read.items().get(i), Optional.of(placements.get(i)), problems.get(i));
        }
        report.printRest(read);
    }

    private void say(ObjectNode node, String key, Object... places) {
        if (json) {
            if (!node.has("stored")) {
                node.putNull("stored");
            }
            context.print(node);
        } else {
            context.terminal().say(key, places);
        }
    }

    private Optional<Destination.Kind> kind() {
        return as.map(word -> switch (word.toLowerCase(Locale.ROOT)) {
            case "device" -> Destination.Kind.NEW_DEVICE;
            case "authority" -> Destination.Kind.AUTHORITY;
            case "certificate" -> Destination.Kind.CERTIFICATE;
            default -> throw ConnectionOptions.badValue("--as", word);
        });
    }
}
