package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.logging.LogRedaction;
import dev.gangway.logging.LogSetup;
import dev.gangway.pki.export.ExportFile;
import dev.gangway.pki.export.ExportFolder;
import dev.gangway.secret.Secret;
import dev.gangway.vault.Vaults.VaultInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Packs what a supporter needs, after showing what that is. Nothing is sent anywhere, and the vault is not opened. */
@Command(
        name = "support",
        description = "Packs version, platform, settings, log and a diagnosis of this installation into a new ZIP file,"
                + " after showing what goes in. No secret and no name of a device is in it; nothing is sent.")
final class SupportCommand implements Callable<Integer> {
    private final Context context;

    @Parameters(paramLabel = "FILE", description = "A new file, for its owner alone.")
    private Path file = Path.of("");

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    SupportCommand(Context context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        Map<String, String> parts = parts();
        Terminal terminal = context.terminal();
        terminal.say("support.contents");
        parts.forEach((name, text) -> {
            terminal.line("");
            terminal.say(
                    "support.part",
                    "name",
                    name,
                    "size",
                    context.words().formats().bytes(text.getBytes(StandardCharsets.UTF_8).length));
            if (!name.startsWith("log/")) {
                text.lines().forEach(line -> terminal.line("    " + line));
            }
        });
        terminal.line("");
        if (!yes && !agreed()) {
            terminal.say("support.nothing");
            return ExitCode.PASS;
        }
        write(parts);
        terminal.say("written", "file", file);
        return ExitCode.PASS;
    }

    private boolean agreed() {
        return context.secrets()
                .agrees(context.words().get("cli.support.ask", "file", file))
                .orElseThrow(() -> CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--yes"));
    }

    private Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("version.txt", String.join("\n", Version.lines()) + "\n" + platform());
        parts.put("diagnosis.txt", diagnosis());
        text(context.tools().paths().settingsFile()).ifPresent(text -> parts.put("settings.properties", text));
        logs().forEach(log -> text(log).ifPresent(text -> parts.put("log/" + log.getFileName(), text)));
        return parts;
    }

    private static String platform() {
        StringBuilder text = new StringBuilder();
        for (String name :
                List.of("os.name", "os.version", "os.arch", "java.vm.name", "file.encoding", "native.encoding")) {
            text.append(name).append(": ").append(System.getProperty(name, "")).append('\n');
        }
        Runtime machine = Runtime.getRuntime();
        return text.append("language: ")
                .append(Locale.getDefault().toLanguageTag())
                .append('\n')
                .append("processors: ")
                .append(machine.availableProcessors())
                .append('\n')
                .append("memory for Java: ")
                .append(machine.maxMemory() >> 20)
                .append(" MiB\n")
                .toString();
    }

    /** What can be seen of this installation without opening the vault. */
    private String diagnosis() {
        Path vault = context.tools().paths().vaultFile();
        StringBuilder text = new StringBuilder();
        text.append("vault: ")
                .append(
                        switch (context.tools().vaults().inspect(vault)) {
                            case Outcome.Ok<VaultInfo>(VaultInfo info) ->
                                "format " + info.version() + ", " + info.bytes() + " bytes, Argon2id "
                                        + info.memoryKib() + " KiB, " + info.passes() + " passes, " + info.lanes()
                                        + " lanes" + (info.inUse() ? ", in use" : "");
                            case Outcome.Failed<VaultInfo> failed ->
                                failed.diagnosis().code();
                        })
                .append('\n');
        for (Path folder : List.of(
                context.tools().paths().config(), context.tools().paths().data())) {
            text.append("folder ")
                    .append(atHome(folder.toString()))
                    .append(": ")
                    .append(state(folder))
                    .append('\n');
        }
        Path temporary = Path.of(System.getProperty("java.io.tmpdir", ""));
        text.append("temporary folder ")
                .append(atHome(temporary.toString()))
                .append(": ")
                .append(state(temporary))
                .append('\n');
        text.append("log: ")
                .append(LogSetup.problem()
                        .map(why -> "cannot be kept, " + why.getClass().getSimpleName())
                        .orElse("kept"));
        return text.append('\n').toString();
    }

    private static String state(Path folder) {
        if (!Files.isDirectory(folder)) {
            return "missing";
        }
        try {
            return (Files.isWritable(folder) ? "writable" : "not writable") + ", "
                    + (Files.getFileStore(folder).getUsableSpace() >> 20) + " MiB free";
        } catch (IOException unreadable) {
            return "unreadable";
        }
    }

    /** Without the name of the account, which is in most paths. */
    private static String atHome(String text) {
        String home = System.getProperty("user.home", "");
        String safe = home.length() > 1 ? text.replace(home, "~") : text;
        return LogRedaction.redact(safe);
    }

    private List<Path> logs() {
        try (Stream<Path> files = Files.list(context.tools().paths().logFolder())) {
            return files.filter(each -> each.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(atHome(Files.readString(file)));
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    private void write(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Path target = file.toAbsolutePath();
        orFail(ExportFolder.write(
                Optional.ofNullable(target.getParent()).orElse(target),
                List.of(new ExportFile(
                        String.valueOf(target.getFileName()), Secret.copyOf(bytes.toByteArray()), true))));
    }
}
