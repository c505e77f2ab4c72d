package dev.gangway.cli;

import static dev.gangway.cli.CommandFailed.orFail;

import dev.gangway.credentials.Credentials;
import dev.gangway.line.label.LabelTemplate;
import dev.gangway.line.recipe.DeviceProgram;
import dev.gangway.line.recipe.DeviceWait;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeCredential;
import dev.gangway.line.recipe.RecipeCredential.Issued;
import dev.gangway.line.recipe.StationRules;
import dev.gangway.pki.Source;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a recipe says, as options; what is not given stays as it was. */
final class RecipeOptions {
    @Option(
            names = "--credential",
            paramLabel = "KIND",
            description = "token (the default), x509: a key and a self-signed certificate; with --issued-by a"
                    + " certificate of that authority; on-device: the device makes its key, and --program brings its"
                    + " request, with --issued-by.")
    private Optional<String> credential = Optional.empty();

    @Option(names = "--issued-by", paramLabel = "AUTHORITY", description = "Who issues, as the vault names it.")
    private Optional<String> authority = Optional.empty();

    @Option(
            names = "--way",
            paramLabel = "WAY",
            description = "With --issued-by: chain (the default), leaf, or first-contact.")
    private Optional<String> way = Optional.empty();

    @Option(names = "--key-type", paramLabel = "T", defaultValue = "ec-p256", description = KeyTypes.ALL)
    private String keyType = "ec-p256";

    @Option(names = "--days", paramLabel = "N", defaultValue = "3650", description = "Validity of certificates.")
    private int days = 3650;

    @Option(
            names = "--subject",
            paramLabel = "DN",
            defaultValue = "CN={name}",
            description = "Of certificates; {name} stands for the device's name.")
    private String subject = "CN={name}";

    @Option(
            names = "--name",
            paramLabel = "PATTERN",
            description = "Of devices; {serial} stands for the serial number.")
    private Optional<String> pattern = Optional.empty();

    @Option(names = "--serials", paramLabel = "SCHEME", description = "Of the serial numbers; any text without this.")
    private Optional<String> serials = Optional.empty();

    @Option(names = "--profile", paramLabel = "NAME", description = "Device profile; made where it is missing.")
    private Optional<String> profile = Optional.empty();

    @Option(names = "--label", paramLabel = "TEXT", description = "On the server; {serial} and {name} are filled.")
    private Optional<String> label = Optional.empty();

    @Option(names = "--server", paramLabel = "NAME", description = "As the vault names it.")
    private Optional<String> server = Optional.empty();

    @Option(
            names = "--test",
            paramLabel = "DEPTH",
            description = "none, connect or telemetry (the default): from here; device: the device itself has to"
                    + " show on its server.")
    private Optional<String> test = Optional.empty();

    @Option(
            names = "--wait-seconds",
            paramLabel = "N",
            description = "With --test device: how long it is waited for, 1 to 3600 (default: 120).")
    private Optional<Integer> waitSeconds = Optional.empty();

    @Option(
            names = "--wait-key",
            paramLabel = "KEY",
            description = "The same: only telemetry of this key counts; else any, and activity without any.")
    private Optional<String> waitKey = Optional.empty();

    @Option(
            names = "--program",
            paramLabel = "WORD",
            arity = "1..*",
            description = "Program that writes to the device, and its arguments, word by word.")
    private List<String> program = List.of();

    @Option(
            names = "--program-seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "When it is ended (default: ${DEFAULT-VALUE}).")
    private int programSeconds = 60;

    @Option(
            names = "--attribute",
            paramLabel = "KEY=VALUE",
            description = "An attribute that the server keeps; {serial} and {name} are filled. May be repeated.")
    private Map<String, String> attributes = new LinkedHashMap<>();

    @Option(
            names = "--customer",
            paramLabel = "TITLE",
            description = "Customer whom devices are assigned to, as the server knows it.")
    private Optional<String> customer = Optional.empty();

    @Option(
            names = "--label-template",
            paramLabel = "FILE",
            description = "What is printed for each unit, as gangway label reads it.")
    private Optional<Path> labelTemplate = Optional.empty();

    @Option(names = "--needs-operator", description = "A shift begins with somebody's name.")
    private boolean operator;

    @Option(names = "--needs-pin", description = "The same, and the PIN of that name, as gangway operator has them.")
    private boolean pin;

    @Option(names = "--golden-good", paramLabel = "SERIAL", description = "Must pass before the first of a shift.")
    private Optional<String> goldenGood = Optional.empty();

    @Option(names = "--golden-bad", paramLabel = "SERIAL", description = "Must fail before the first of a shift.")
    private Optional<String> goldenBad = Optional.empty();

    @Option(names = "--attempts", paramLabel = "N", description = "Failures before quarantine (default: 3).")
    private Optional<Integer> attempts = Optional.empty();

    @Option(names = "--lanes", paramLabel = "N", description = "Units at once, 1 to 12 (default: 1).")
    private Optional<Integer> lanes = Optional.empty();

    /** One with tokens, named by the serial number. */
    static Recipe plain(String name) {
        return new Recipe(
                name,
                1,
                "{serial}",
                "",
                "default",
                "",
                Map.of(),
                new RecipeCredential.Token(Credentials.USUAL_TOKEN_LENGTH),
                Optional.empty(),
                Recipe.Proof.TELEMETRY,
                Optional.empty(),
                StationRules.USUAL,
                Optional.empty());
    }

    Recipe addTo(Recipe base) {
        StationRules rules = base.rules();
        Recipe.Proof tested = test.map(RecipeOptions::proof).orElse(base.test());
        return new Recipe(
                base.name(),
                base.version(),
                pattern.orElse(base.namePattern()),
                serials.orElse(base.serials()),
                profile.orElse(base.profile()),
                label.orElse(base.label()),
                attributes.isEmpty() ? base.attributes() : attributes,
                customer.or(base::customer),
                credential(base.credential()),
                server.or(base::server),
                tested,
                labelTemplate.map(RecipeOptions::template).or(base::labelTemplate),
                new StationRules(
                        operator || rules.operator(),
                        goldenGood.or(rules::goldenGood),
                        goldenBad.or(rules::goldenBad),
                        within("--attempts", attempts.orElse(rules.attempts()), 100),
                        within("--lanes", lanes.orElse(rules.lanes()), StationRules.MOST_LANES),
                        pin ? Optional.of(true) : rules.pinAsked()),
                program.isEmpty()
                        ? base.program()
                        : Optional.of(new DeviceProgram(
                                program, Duration.ofSeconds(within("--program-seconds", programSeconds, 3_600)))),
                deviceWait(base, tested));
    }

    private Optional<DeviceWait> deviceWait(Recipe base, Recipe.Proof tested) {
        boolean said = waitSeconds.isPresent() || waitKey.isPresent();
        if (tested != Recipe.Proof.DEVICE) {
            if (said) {
                throw CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--test device");
            }
            return Optional.empty();
        }
        DeviceWait before = base.deviceWait().orElse(DeviceWait.USUAL);
        int seconds = within(
                "--wait-seconds", waitSeconds.orElse((int) before.deadline().toSeconds()), 3_600);
        return Optional.of(new DeviceWait(Duration.ofSeconds(seconds), waitKey.or(before::key)));
    }

    private static String template(Path file) {
        String text = new String(orFail(Source.file(file)).bytes(), StandardCharsets.UTF_8);
        orFail(LabelTemplate.parse(text));
        return text;
    }

    private RecipeCredential credential(RecipeCredential base) {
        if (authority.isEmpty() && way.isPresent()) {
            throw CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--issued-by");
        }
        String kind = credential.orElse(authority.isPresent() ? "x509" : "");
        Duration validity = Duration.ofDays(within("--days", days, 36_500));
        return switch (kind) {
            case "" -> base;
            case "token" -> {
                if (authority.isPresent()) {
                    throw CommandFailed.because(
                            CliCode.OPTIONS_EXCLUDE, "one", "--credential token", "other", "--issued-by");
                }
                yield new RecipeCredential.Token(Credentials.USUAL_TOKEN_LENGTH);
            }
            case "x509" ->
                authority
                        .<RecipeCredential>map(by -> new Issued(by, way(), KeyTypes.parse(keyType), validity, subject))
                        .orElseGet(() -> new RecipeCredential.SelfSigned(KeyTypes.parse(keyType), validity, subject));
            case "on-device" ->
                new RecipeCredential.OnDevice(
                        authority.orElseThrow(
                                () -> CommandFailed.because(CliCode.OPTION_NEEDED, "option", "--issued-by")),
                        wayOfOwnKey(),
                        KeyTypes.parse(keyType),
                        validity,
                        subject);
            default -> throw choice("--credential", kind, "token, x509, on-device");
        };
    }

    private Issued.Way way() {
        String text = way.orElse("chain");
        return switch (text) {
            case "chain" -> Issued.Way.CHAIN;
            case "leaf" -> Issued.Way.LEAF;
            case "first-contact" -> Issued.Way.FIRST_CONTACT;
            default -> throw choice("--way", text, "chain, leaf, first-contact");
        };
    }

    private Issued.Way wayOfOwnKey() {
        Issued.Way wanted = way();
        if (wanted == Issued.Way.FIRST_CONTACT) {
            throw choice("--way", "first-contact", "chain, leaf");
        }
        return wanted;
    }

    private static Recipe.Proof proof(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "none" -> Recipe.Proof.NONE;
            case "connect" -> Recipe.Proof.CONNECT;
            case "telemetry" -> Recipe.Proof.TELEMETRY;
            case "device" -> Recipe.Proof.DEVICE;
            default -> throw choice("--test", text, "none, connect, telemetry, device");
        };
    }

    private static int within(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw choice(option, String.valueOf(value), "1–" + most);
        }
        return value;
    }

    private static CommandFailed choice(String option, String value, String choices) {
        return CommandFailed.because(CliCode.BAD_CHOICE, "option", option, "value", value, "choices", choices);
    }
}
