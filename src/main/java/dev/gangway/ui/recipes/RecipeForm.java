package dev.gangway.ui.recipes;

import dev.gangway.line.label.LabelTemplate;
import dev.gangway.line.recipe.DeviceProgram;
import dev.gangway.line.recipe.DeviceWait;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeCredential;
import dev.gangway.line.recipe.StationRules;
import dev.gangway.line.serial.SerialScheme;
import dev.gangway.ui.recipes.RecipeTexts.Field;
import dev.gangway.ui.text.Words;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;

/**
 * What stands in the form of a recipe, and what is wrong with it. What nobody changed comes out as it went in, whatever
 * a recipe's file can hold. UI thread only.
 */
final class RecipeForm {
    private static final int MOST_ATTEMPTS = 100;
    private static final int MOST_SECONDS = 3_600;
    private static final Duration USUAL_DEADLINE = Duration.ofMinutes(1);

    private final Words words;
    private final RecipeLines lines;
    private final RecipeTexts texts;
    private final CredentialForm credential;
    private final ObjectProperty<Optional<String>> server =
            new SimpleObjectProperty<>(this, "server", Optional.empty());
    private final ObjectProperty<Recipe.Proof> proof =
            new SimpleObjectProperty<>(this, "proof", Recipe.Proof.TELEMETRY);
    private final BooleanProperty operator = new SimpleBooleanProperty(this, "operator");
    private final BooleanProperty pin = new SimpleBooleanProperty(this, "pin");
    private Runnable changed = () -> {};
    private boolean filling;
    private Recipe base;

    RecipeForm(Words words, Recipe first) {
        this.words = words;
        base = first;
        lines = new RecipeLines(words);
        texts = new RecipeTexts(words, this::touched);
        credential = new CredentialForm(words, texts, this::touched);
        for (var property : List.of(server, proof, operator, pin)) {
            property.addListener((it, was, is) -> touched());
        }
        fill(first);
    }

    /** Hears of every change that a person makes. */
    void onChange(Runnable listener) {
        changed = listener;
    }

    StringProperty text(Field field) {
        return texts.text(field);
    }

    /** What is wrong with a field, in words; empty where nothing is. */
    ReadOnlyStringProperty errorOf(Field field) {
        return texts.errorOf(field);
    }

    CredentialForm credential() {
        return credential;
    }

    ObjectProperty<Optional<String>> server() {
        return server;
    }

    ObjectProperty<Recipe.Proof> proof() {
        return proof;
    }

    BooleanProperty operator() {
        return operator;
    }

    /** Whether who signs on shows by a PIN that it is he. */
    BooleanProperty pin() {
        return pin;
    }

    /** Shows this recipe. */
    void fill(Recipe recipe) {
        filling = true;
        base = recipe;
        texts.set(Field.NAME, recipe.name());
        texts.set(Field.SERIALS, recipe.serials());
        texts.set(Field.PATTERN, recipe.namePattern());
        texts.set(Field.PROFILE, recipe.profile());
        texts.set(Field.LABEL, recipe.label());
        texts.set(Field.CUSTOMER, recipe.customer().orElse(""));
        texts.set(Field.ATTRIBUTES, RecipeLines.of(recipe.attributes()));
        DeviceWait wait = recipe.deviceWait().orElse(DeviceWait.USUAL);
        texts.set(Field.WAIT_SECONDS, String.valueOf(wait.deadline().toSeconds()));
        texts.set(Field.WAIT_KEY, wait.key().orElse(""));
        texts.set(Field.TEMPLATE, recipe.labelTemplate().orElse(""));
        StationRules rules = recipe.rules();
        texts.set(Field.GOLDEN_GOOD, rules.goldenGood().orElse(""));
        texts.set(Field.GOLDEN_BAD, rules.goldenBad().orElse(""));
        texts.set(Field.ATTEMPTS, String.valueOf(rules.attempts()));
        texts.set(Field.LANES, String.valueOf(rules.lanes()));
        texts.set(Field.PROGRAM, RecipeLines.of(command(recipe)));
        Duration deadline = recipe.program().map(DeviceProgram::deadline).orElse(USUAL_DEADLINE);
        texts.set(Field.SECONDS, String.valueOf(deadline.toSeconds()));
        operator.set(rules.operator());
        pin.set(rules.pin());
        server.set(recipe.server());
        proof.set(recipe.test());
        credential.fill(recipe.credential());
        texts.filled();
        filling = false;
    }

    private static List<String> command(Recipe recipe) {
        return recipe.program().map(DeviceProgram::command).orElse(List.of());
    }

    /** Whether it differs from the recipe that it was filled with. */
    boolean isChanged() {
        return draft().filter(base::equals).isEmpty();
    }

    /** The recipe as it stands; empty where something is wrong, which is then said at the fields. */
    Optional<Recipe> read() {
        Map<Field, String> wrong = new EnumMap<>(Field.class);
        Optional<Recipe> read = read(wrong);
        texts.say(wrong);
        return read;
    }

    /** The same, saying nothing at the fields. */
    Optional<Recipe> draft() {
        return read(new EnumMap<>(Field.class));
    }

    private Optional<Recipe> read(Map<Field, String> wrong) {
        needed(Field.NAME, "recipes.error.name", wrong);
        String serials = texts.typed(Field.SERIALS);
        if (!serials.isBlank()) {
            SerialScheme.parse(serials).failure().ifPresent(why -> wrong.put(Field.SERIALS, words.title(why)));
        }
        if (!texts.typed(Field.PATTERN).contains("{serial}")) {
            wrong.put(Field.PATTERN, words.get("recipes.error.pattern"));
        }
        needed(Field.PROFILE, "recipes.error.profile", wrong);
        Optional<RecipeCredential> signsIn = credential.read(wrong);
        Map<String, String> attributes = attributes(wrong);
        Optional<String> template = texts.maybe(Field.TEMPLATE);
        template.flatMap(text -> LabelTemplate.parse(text).failure())
                .ifPresent(why -> wrong.put(Field.TEMPLATE, words.title(why)));
        Optional<StationRules> rules = rules(wrong);
        Optional<DeviceProgram> program = program(wrong);
        Optional<DeviceWait> wait = deviceWait(wrong);
        if (!wrong.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Recipe(
                texts.typed(Field.NAME),
                base.version(),
                texts.typed(Field.PATTERN),
                serials,
                texts.typed(Field.PROFILE),
                texts.exactly(Field.LABEL),
                attributes,
                kept(base.customer(), Field.CUSTOMER),
                signsIn.orElseThrow(),
                server.get(),
                proof.get(),
                kept(base.labelTemplate(), Field.TEMPLATE),
                rules.orElseThrow(),
                program,
                wait));
    }

    private void needed(Field field, String key, Map<Field, String> wrong) {
        if (texts.typed(field).isBlank()) {
            wrong.put(field, words.get(key));
        }
    }

    private Optional<String> kept(Optional<String> had, Field field) {
        return texts.same(field) ? had : texts.maybe(field);
    }

    private Map<String, String> attributes(Map<Field, String> wrong) {
        if (texts.same(Field.ATTRIBUTES)) {
            return base.attributes();
        }
        return lines.attributes(
                        texts.text(Field.ATTRIBUTES).get(), base.attributes(), why -> wrong.put(Field.ATTRIBUTES, why))
                .orElse(Map.of());
    }

    private Optional<StationRules> rules(Map<Field, String> wrong) {
        OptionalInt attempts = texts.number(Field.ATTEMPTS, MOST_ATTEMPTS, wrong);
        OptionalInt lanes = texts.number(Field.LANES, StationRules.MOST_LANES, wrong);
        StationRules had = base.rules();
        return attempts.isEmpty() || lanes.isEmpty()
                ? Optional.empty()
                : Optional.of(new StationRules(
                        operator.get(),
                        kept(had.goldenGood(), Field.GOLDEN_GOOD),
                        kept(had.goldenBad(), Field.GOLDEN_BAD),
                        attempts.getAsInt(),
                        lanes.getAsInt(),
                        pin.get() == had.pin()
                                ? had.pinAsked()
                                : Optional.of(true).filter(asked -> pin.get())));
    }

    private Optional<DeviceProgram> program(Map<Field, String> wrong) {
        boolean sameCommand = texts.same(Field.PROGRAM);
        if (sameCommand && (texts.same(Field.SECONDS) || base.program().isEmpty())) {
            return base.program();
        }
        List<String> command = sameCommand
                ? command(base)
                : lines.command(texts.text(Field.PROGRAM).get(), command(base), why -> wrong.put(Field.PROGRAM, why))
                        .orElse(List.of());
        if (command.isEmpty()) {
            return Optional.empty();
        }
        Optional<Duration> deadline = texts.same(Field.SECONDS)
                ? base.program().map(DeviceProgram::deadline).or(() -> Optional.of(USUAL_DEADLINE))
                : seconds(Field.SECONDS, wrong);
        return deadline.map(within -> new DeviceProgram(command, within));
    }

    private Optional<Duration> seconds(Field field, Map<Field, String> wrong) {
        OptionalInt seconds = texts.number(field, MOST_SECONDS, wrong);
        return seconds.isEmpty() ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds.getAsInt()));
    }

    /** What is not shown, because the test is another one, is kept all the same. */
    private Optional<DeviceWait> deviceWait(Map<Field, String> wrong) {
        if (texts.same(Field.WAIT_SECONDS, Field.WAIT_KEY)) {
            return base.deviceWait();
        }
        boolean shown = proof.get() == Recipe.Proof.DEVICE;
        Optional<Duration> deadline = texts.same(Field.WAIT_SECONDS)
                ? Optional.of(base.deviceWait().orElse(DeviceWait.USUAL).deadline())
                : seconds(Field.WAIT_SECONDS, shown ? wrong : new EnumMap<>(Field.class));
        return deadline.map(within ->
                        new DeviceWait(within, kept(base.deviceWait().flatMap(DeviceWait::key), Field.WAIT_KEY)))
                .or(base::deviceWait);
    }

    private void touched() {
        if (!filling) {
            changed.run();
        }
    }
}
