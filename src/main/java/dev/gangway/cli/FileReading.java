package dev.gangway.cli;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Source;
import dev.gangway.pki.importing.FileProblem;
import dev.gangway.pki.importing.Gathered;
import dev.gangway.pki.importing.ImportPreview;
import dev.gangway.pki.importing.Importer;
import dev.gangway.pki.importing.Passphrases;
import dev.gangway.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Files, folders and archives to read, and the passphrases that open them. */
final class FileReading {
    private static final String STANDARD_INPUT = "-";

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files, folders or ZIP archives, whatever they are called; - for standard input.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--key-passphrase-file",
            paramLabel = "FILE",
            description = "The first line opens all encrypted files that have none of their own.")
    private Optional<Path> passphrase = Optional.empty();

    @Option(
            names = "--key-passphrase-for",
            paramLabel = "NAME=FILE",
            description = "The first line of FILE opens the file of this name. Can be given several times.")
    private Map<String, Path> passphrases = new HashMap<>();

    /** What they hold; asks for passphrases where there is somebody to ask. */
    ImportPreview read(Context context, BiFunction<Gathered, Passphrases, ImportPreview> importer) {
        Gathered gathered = gathered(context.words().get("cli.standard-input"));
        Map<String, Secret> known = new HashMap<>();
        passphrases.forEach((name, file) -> known.put(name, Secrets.line(file)));
        Optional<Secret> common = passphrase.map(Secrets::line);
        Passphrases all = file -> Optional.ofNullable(known.get(file)).or(() -> common);
        ImportPreview preview = importer.apply(gathered, all);
        boolean asked = false;
        for (FileProblem problem : preview.problems()) {
            if (problem.wantsPassphrase() && all.of(problem.file()).isEmpty()) {
                Optional<Secret> typed = context.secrets().keyPassphrase(problem.file());
                typed.ifPresent(secret -> known.put(problem.file(), secret));
                asked |= typed.isPresent();
            }
        }
        return asked ? importer.apply(gathered, all) : preview;
    }

    private Gathered gathered(String standardInput) {
        Gathered files = Gathered.of(paths.stream()
                .filter(path -> !path.toString().equals(STANDARD_INPUT))
                .toList());
        if (paths.stream().noneMatch(path -> path.toString().equals(STANDARD_INPUT))) {
            return files;
        }
        List<Source> sources = new ArrayList<>(files.sources());
        List<FileProblem> problems = new ArrayList<>(files.problems());
        switch (standardInput(standardInput)) {
            case Outcome.Ok<Source>(Source source) -> sources.add(source);
            case Outcome.Failed<Source>(Diagnosis why) -> problems.add(new FileProblem(standardInput, why));
        }
        return new Gathered(sources, problems, files.notices());
    }

    private static Outcome<Source> standardInput(String name) {
        try {
            InputStream in = System.in;
            byte[] bytes = in.readNBytes(Importer.MAX_BYTES + 1);
            return bytes.length > Importer.MAX_BYTES
                    ? Source.tooLarge(name, Importer.MAX_BYTES)
                    : Outcome.ok(new Source(name, bytes));
        } catch (IOException broken) {
            throw CommandFailed.because(CliCode.SECRET_FILE, "file", name);
        }
    }
}
