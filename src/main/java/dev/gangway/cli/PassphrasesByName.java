package dev.gangway.cli;

import dev.gangway.pki.Source;
import dev.gangway.pki.importing.FileProblem;
import dev.gangway.pki.importing.Gathered;
import dev.gangway.pki.importing.Passphrases;
import dev.gangway.secret.Secret;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Passphrases by the names of their files: the whole name as it is shown, or its last parts, for example
 * {@code client.jks} for {@code certs/client.jks}. The longest that fits counts.
 */
final class PassphrasesByName implements Passphrases {
    private final String option;
    private final Map<String, Secret> known = new HashMap<>();
    private final Optional<Secret> common;
    private final Set<String> used = new HashSet<>();

    /** Reads the secrets' files; an empty first line is an empty passphrase. */
    PassphrasesByName(String option, Optional<Path> common, Map<String, Path> files) {
        this.option = option;
        this.common = common.map(Secrets::lineOrEmpty);
        files.forEach((name, file) -> known.put(plain(name), Secrets.lineOrEmpty(file)));
    }

    private static String plain(String name) {
        String slashes = name.replace('\\', '/');
        return slashes.startsWith("./") ? slashes.substring(2) : slashes;
    }

    void put(String file, Secret passphrase) {
        known.put(file, passphrase);
    }

    @Override
    public Optional<Secret> of(String file) {
        for (String name = file; !name.isEmpty(); name = tail(name)) {
            Secret found = known.get(name);
            if (found != null) {
                used.add(name);
                return Optional.of(found);
            }
        }
        // What was named by the whole path, which is not shown.
        for (Map.Entry<String, Secret> each : known.entrySet()) {
            if (each.getKey().endsWith("/" + file)) {
                used.add(each.getKey());
                return Optional.of(each.getValue());
            }
        }
        return common;
    }

    private static String tail(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? "" : name.substring(slash + 1);
    }

    /** A passphrase for a file that is not there is a slip of the keyboard. */
    void refuseUnmatched(Gathered gathered) {
        for (String name : known.keySet()) {
            if (!used.contains(name) && names(gathered).noneMatch(file -> fits(file, name))) {
                throw CommandFailed.because(CliCode.PASSPHRASE_UNMATCHED, "option", option, "name", name);
            }
        }
    }

    private static Stream<String> names(Gathered gathered) {
        return Stream.concat(
                gathered.sources().stream().map(Source::name),
                gathered.problems().stream().map(FileProblem::file));
    }

    private static boolean fits(String file, String name) {
        return file.equals(name) || file.endsWith("/" + name) || name.endsWith("/" + file);
    }
}
