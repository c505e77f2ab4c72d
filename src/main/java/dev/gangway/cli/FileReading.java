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
    private static final int MAX_ASKED = 3;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description =
                    "Files, folders or archives (ZIP, tar, gzip), whatever they are called; - for standard input.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--key-passphrase-file",
            paramLabel = "FILE",
            description = "The first line opens all encrypted files that have none of their own.")
    private Optional<Path> passphrase = Optional.empty();

    @Option(
            names = "--key-passphrase-for",
            paramLabel = "NAME=FILE",
            description =
                    "The first line of FILE opens the file of this name. Can be given several times. A file of several"
                            + " names is told apart by the folder before its name.")
    private Map<String, Path> passphrases = new HashMap<>();

    @Option(
            names = "--entry-passphrase-file",
            paramLabel = "FILE",
            description = "The first line opens the keys inside key stores, where they have another passphrase than the"
                    + " store.")
    private Optional<Path> entryPassphrase = Optional.empty();

    @Option(
            names = "--entry-passphrase-for",
            paramLabel = "NAME=FILE",
            description =
                    "The first line of FILE opens the keys inside the key store of this name. Can be given several"
                            + " times.")
    private Map<String, Path> entryPassphrases = new HashMap<>();

    /** What they hold; asks for passphrases where there is somebody to ask. */
    ImportPreview read(Context context, BiFunction<Gathered, Passphrases, ImportPreview> importer) {
        Gathered gathered = gathered(context.words().get("cli.standard-input"));
        PassphrasesByName stores = new PassphrasesByName("--key-passphrase-for", passphrase, passphrases);
        PassphrasesByName entries = new PassphrasesByName("--entry-passphrase-for", entryPassphrase, entryPassphrases);
        Passphrases all = Passphrases.of(stores, entries);
        ImportPreview preview = importer.apply(gathered, all);
        stores.refuseUnmatched(gathered);
        entries.refuseUnmatched(gathered);
        for (int asked = 0; asked < MAX_ASKED && ask(context, preview, stores, entries); asked++) {
            preview = importer.apply(gathered, all);
        }
        return preview;
    }

    /** Whether a person has typed one; those of keys inside follow those of their key stores. */
    private static boolean ask(
            Context context, ImportPreview preview, PassphrasesByName stores, PassphrasesByName entries) {
        boolean asked = false;
        for (FileProblem problem : preview.problems()) {
            if (problem.wantsPassphrase() && stores.of(problem.file()).isEmpty()) {
                asked |= typed(context, "key", problem.file(), stores);
            } else if (problem.wantsEntryPassphrase()
                    && entries.of(problem.file()).isEmpty()) {
                asked |= typed(context, "entry", problem.file(), entries);
            }
        }
        return asked;
    }

    private static boolean typed(Context context, String what, String file, PassphrasesByName into) {
        Optional<Secret> typed = context.secrets().keyPassphrase(what, file);
        typed.ifPresent(secret -> into.put(file, secret));
        return typed.isPresent();
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
