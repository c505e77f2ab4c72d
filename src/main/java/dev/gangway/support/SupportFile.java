package dev.gangway.support;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.logging.LogRedaction;
import dev.gangway.logging.LogSetup;
import dev.gangway.pki.export.ExportFile;
import dev.gangway.pki.export.ExportFolder;
import dev.gangway.secret.Secret;
import dev.gangway.settings.PlatformPaths;
import dev.gangway.vault.Vaults;
import dev.gangway.vault.Vaults.VaultInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP file with what a supporter needs. Its parts are made first, so that a person can read them before anything is
 * written; nothing is sent anywhere. Without {@link KnownNames} it holds no name of a device or server. Blocks for disk.
 */
public final class SupportFile {
    private final PlatformPaths paths;
    private final Vaults vaults;

    /** Of the installation that has these folders. */
    public SupportFile(PlatformPaths paths, Vaults vaults) {
        this.paths = paths;
        this.vaults = vaults;
    }

    /**
     * A part of the file.
     *
     * @param name inside the ZIP file
     * @param text all of it, as it is written
     */
    public record Part(String name, String text) {
        /** Size in bytes. */
        public int size() {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }

        /** Whether it is one of the logs, which are too long to be read at a glance. */
        public boolean isLog() {
            return name.startsWith("log/");
        }
    }

    /** Version, platform, diagnosis of the installation, settings and logs. Does not open the vault. */
    public List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("version.txt", String.join("\n", Version.lines()) + "\n" + platform()));
        parts.add(new Part("diagnosis.txt", diagnosis()));
        text(paths.settingsFile()).ifPresent(text -> parts.add(new Part("settings.properties", text)));
        text(paths.settingsForAll()).ifPresent(text -> parts.add(new Part("settings-for-all.properties", text)));
        logs().forEach(log -> text(log).ifPresent(text -> parts.add(new Part("log/" + log.getFileName(), text))));
        return List.copyOf(parts);
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
        StringBuilder text = new StringBuilder();
        text.append("vault: ")
                .append(
                        switch (vaults.inspect(paths.vaultFile())) {
                            case Outcome.Ok<VaultInfo>(VaultInfo info) ->
                                "format " + info.version() + ", " + info.bytes() + " bytes, Argon2id "
                                        + info.memoryKib() + " KiB, " + info.passes() + " passes, " + info.lanes()
                                        + " lanes" + (info.inUse() ? ", in use" : "");
                            case Outcome.Failed<VaultInfo> failed ->
                                failed.diagnosis().code();
                        })
                .append('\n');
        for (Path folder : List.of(paths.config(), paths.data())) {
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
        try (Stream<Path> files = Files.list(paths.logFolder())) {
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

    /** Writes these parts into a new file, for its owner alone; fails where there is one. */
    public static Outcome<List<Path>> write(Path file, List<Part> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Part part : parts) {
                zip.putNextEntry(new ZipEntry(part.name()));
                zip.write(part.text().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Path target = file.toAbsolutePath();
        return ExportFolder.write(
                Optional.ofNullable(target.getParent()).orElse(target),
                List.of(new ExportFile(
                        String.valueOf(target.getFileName()), Secret.copyOf(bytes.toByteArray()), true)));
    }
}
