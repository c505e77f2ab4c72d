package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.app.Wiring;
import dev.gangway.background.Cancellation;
import dev.gangway.settings.PlatformPaths;
import dev.gangway.ui.text.Words;
import dev.gangway.vault.TestVaults;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Every command that a message or a remedy names exists, with every option that stands behind it. */
class CommandsInWordsTest {
    private static final Path BUNDLES = Path.of("src/main/resources/dev/gangway/ui/text");

    /** From the program's name to the end of the sentence or of the quotation. */
    private static final Pattern CALL = Pattern.compile("\\bgangway ([a-z][^.;,:()\"”“«»]*)");

    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z0-9-]*[a-z0-9]");

    /** Programs of others, whose options are none of ours. */
    private static final Pattern FOREIGN = Pattern.compile(
            "\\b(openssl|mosquitto_\\w+|curl|pkcs11-tool|softhsm2-util|p11tool|aws|az|artemis|ip|adb|esptool\\S*|idf\\.py|"
                    + "rabbitmq\\w*|emqx\\w*|ssh-keygen|keytool|nginx|kubectl|certbot|step|setcap|timedatectl|docker|ansible-vault)\\b");

    private final CommandLine all = Commands.line(new Context(
            new Tools(
                    TestVaults.cheap(),
                    new PlatformPaths(Path.of(""), Path.of("")),
                    Map.of(),
                    InputStream.nullInputStream(),
                    Clock.systemUTC(),
                    new Cancellation(),
                    new Wiring(Clock.systemUTC())),
            new Terminal(System.out, System.err, Words.load(Locale.ENGLISH), false)));

    @Test
    void commandsExistWithTheirOptions() throws IOException {
        List<String> wrong = texts().entrySet().stream()
                .flatMap(text ->
                        calls(text.getValue()).flatMap(call -> faults(call).map(fault -> text.getKey() + ": " + fault)))
                .toList();
        assertThat(wrong).isEmpty();
        assertThat(texts().values().stream().flatMap(this::calls)).hasSizeGreaterThan(30);
    }

    @Test
    void optionsThatStandAloneBelongToSomeCommand() throws IOException {
        Set<String> known = options(all);
        List<String> wrong = texts().entrySet().stream()
                .filter(text ->
                        !text.getKey().contains("kinds.") && !text.getKey().contains("logs"))
                .filter(text -> !FOREIGN.matcher(text.getValue()).find())
                .flatMap(text -> OPTION.matcher(text.getValue())
                        .results()
                        .map(found -> found.group())
                        .filter(option -> !known.contains(option))
                        .map(option -> text.getKey() + ": " + option))
                .toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    void aWrongCommandWouldBeFound() {
        assertThat(faults("device takeover NAME")).isNotEmpty();
        assertThat(faults("device push NAME --sever X")).isNotEmpty();
        assertThat(faults("device push NAME --server X")).isEmpty();
    }

    private Stream<String> calls(String text) {
        return CALL.matcher(text).results().map(found -> found.group(1).strip());
    }

    /** What of a call is not there. */
    private Stream<String> faults(String call) {
        CommandLine at = all;
        Stream.Builder<String> faults = Stream.builder();
        boolean named = false;
        boolean words = true;
        for (String word : call.split("\\s+")) {
            CommandLine below = at.getSubcommands().get(word);
            if (words && below != null) {
                at = below;
                named = true;
                continue;
            }
            if (words && word.matches("[a-z][a-z-]+") && !at.getSubcommands().isEmpty()) {
                faults.add("no command " + word + " in: " + call);
                return faults.build();
            }
            words = false;
            Matcher option = OPTION.matcher(word);
            if (option.lookingAt() && at.getCommandSpec().findOption(option.group()) == null) {
                faults.add("no option " + option.group() + " of: " + call);
            }
        }
        if (!named) {
            faults.add("no command in: " + call);
        }
        return faults.build();
    }

    private static Set<String> options(CommandLine line) {
        Set<String> all = new TreeSet<>();
        line.getCommandSpec().options().forEach(option -> all.addAll(List.of(option.names())));
        line.getSubcommands().values().forEach(below -> all.addAll(options(below)));
        return all;
    }

    /** Every text of every bundle, by file and key. */
    private static Map<String, String> texts() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.filter(file -> file.toString().endsWith(".properties"))
                    .flatMap(CommandsInWordsTest::entries)
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }

    private static Stream<Map.Entry<String, String>> entries(Path file) {
        Properties bundle = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            bundle.load(reader);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
        return bundle.stringPropertyNames().stream()
                .map(key -> Map.entry(file.getFileName() + " " + key, bundle.getProperty(key)));
    }
}
