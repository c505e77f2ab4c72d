package dev.gangway.cli;

import dev.gangway.support.Version;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All commands by their names. The one that is called is made; the others only where help lists them. */
final class Commands {
    private static final List<String> NAMES = List.of(
            "test",
            "compare",
            "watch",
            "onboard",
            "recipe",
            "station",
            "practice",
            "vault",
            "server",
            "device",
            "import",
            "inspect",
            "export",
            "keygen",
            "authority",
            "certificate",
            "hardware",
            "enrol",
            "token",
            "profile",
            "provision",
            "samples",
            "trace",
            "unit",
            "operator",
            "decode",
            "run",
            "support",
            "batch",
            "label",
            "open",
            "completion",
            "guide",
            "explain");

    private Commands() {}

    /** The parser for these arguments: with the command that they call, or with all where they call none. */
    static CommandLine line(Context context, String... args) {
        CommandLine line = new CommandLine(new Gangway());
        if (args.length > 0 && NAMES.contains(args[0])) {
            return line.addSubcommand(make(args[0], context));
        }
        NAMES.forEach(name -> line.addSubcommand(make(name, context)));
        return line;
    }

    /** How many of these words name the command, where it can answer in JSON; 0 where it cannot. */
    static int depthOfJson(Context context, List<String> words) {
        CommandLine line = Commands.line(context, words.toArray(String[]::new));
        int depth = 0;
        CommandLine next = line.getSubcommands().get(words.getFirst());
        while (next != null) {
            line = next;
            depth++;
            next = depth < words.size() ? line.getSubcommands().get(words.get(depth)) : null;
        }
        return line.getCommandSpec().findOption("--json") == null ? 0 : depth;
    }

    private static CommandLine make(String name, Context context) {
        return switch (name) {
            case "test" -> new CommandLine(new TestCommand(context));
            case "compare" -> new CommandLine(new CompareCommand(context));
            case "watch" -> new CommandLine(new WatchCommand(context));
            case "onboard" -> new CommandLine(new OnboardCommand(context));
            case "recipe" -> new CommandLine(new RecipeCommands(context));
            case "station" -> new CommandLine(new StationCommand(context));
            case "practice" -> new CommandLine(new PracticeCommand(context));
            case "vault" -> new CommandLine(new VaultCommands(context)).addSubcommand(new AuditCommands(context));
            case "server" -> new CommandLine(new ServerCommands(context));
            case "device" -> new CommandLine(new DeviceCommands(context)).addSubcommand(new ExportCommand(context));
            case "import" -> new CommandLine(new ImportCommand(context));
            case "inspect" -> new CommandLine(new InspectCommand(context));
            case "export" -> new CommandLine(new ExportCommand(context));
            case "keygen" -> new CommandLine(new KeygenCommand(context));
            case "authority" ->
                new CommandLine(new AuthorityCommands(context)).addSubcommand(new ExportCommand(context));
            case "certificate" -> new CommandLine(new CertificateCommands(context));
            case "hardware" -> new CommandLine(new HardwareCommands(context));
            case "enrol" ->
                new CommandLine(new EnrolCommands())
                        .addSubcommand(new EstCommand(context))
                        .addSubcommand(new CmpCommand(context));
            case "token" -> new CommandLine(new TokenCommands(context));
            case "profile" -> new CommandLine(new ProfileCommands(context));
            case "provision" -> new CommandLine(new ProvisionCommand(context));
            case "trace" -> new CommandLine(new TraceCommands(context));
            case "unit" -> new CommandLine(new UnitCommands(context));
            case "operator" -> new CommandLine(new OperatorCommands(context));
            case "samples" -> new CommandLine(new SamplesCommand(context));
            case "decode" -> new CommandLine(new DecodeCommand(context));
            case "support" -> new CommandLine(new SupportCommand(context));
            case "run" -> new CommandLine(new RunCommand(context));
            case "batch" -> BatchCommands.line(context);
            case "label" -> new CommandLine(new LabelCommand(context)).addSubcommand(new LabelSheetCommand(context));
            case "open" -> new CommandLine(new OpenCommand());
            case "completion" -> new CommandLine(new CompletionCommand(context));
            case "guide" -> new CommandLine(new GuideCommand(context));
            case "explain" -> new CommandLine(new ExplainCommand(context));
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The program's name and what it is; its commands do the work. */
    @Command(
            name = "gangway",
            mixinStandardHelpOptions = true,
            versionProvider = Versions.class,
            description = "Brings devices onto an IoT server, and shows why one is refused.",
            scope = CommandLine.ScopeType.INHERIT,
            synopsisSubcommandLabel = "COMMAND")
    private static final class Gangway {
        // read by Main before anything is done
        @CommandLine.Option(
                names = "--verbose",
                scope = CommandLine.ScopeType.INHERIT,
                description = "Show the log on standard error, and its steps too.")
        private boolean verbose;
    }

    /** Made by picocli. */
    private static final class Versions implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return Version.lines();
        }
    }
}
