package dev.gangway.ui.recipes;

import static java.util.Objects.requireNonNull;

import dev.gangway.line.label.LabelTemplate;
import dev.gangway.line.recipe.DeviceProgram;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeCredential;
import dev.gangway.line.recipe.RecipeCredential.Issued;
import dev.gangway.line.recipe.StationRules;
import dev.gangway.line.serial.SerialScheme;
import dev.gangway.pki.KeyType;
import dev.gangway.ui.text.Words;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What stands in the form of a recipe, and what is wrong with it. UI thread only. */
final class RecipeForm {
    /** Fields with text, in the order of the line. */
    enum Field {
        NAME,
        SERIALS,
        PATTERN,
        TOKEN_LENGTH,
        DAYS,
        SUBJECT,
        AUTHORITY,
        PROFILE,
        LABEL,
        CUSTOMER,
        ATTRIBUTES,
        TEMPLATE,
        GOLDEN_GOOD,
        GOLDEN_BAD,
        ATTEMPTS,
        LANES,
        PROGRAM,
        SECONDS
    }

    /** What devices sign in with. */
    enum Kind {
        TOKEN,
        SELF_SIGNED,
        ISSUED,
        /** The device makes its key, and an authority of the vault issues the certificate. */
        ON_DEVICE
    }

    private static final int MOST_TOKEN = 32;
    private static final int MOST_DAYS = 36_500;
    private static final int MOST_ATTEMPTS = 100;
    private static final int MOST_SECONDS = 3_600;
    private static final int USUAL_DAYS = 3_650;

    private final Words words;
    private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
    private final Map<Field, ReadOnlyStringWrapper> errors = new EnumMap<>(Field.class);
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(this, "kind", Kind.TOKEN);
    private final ObjectProperty<KeyType> key = new SimpleObjectProperty<>(this, "key", KeyType.EC_P256);
    private final ObjectProperty<Issued.Way> way = new SimpleObjectProperty<>(this, "way", Issued.Way.CHAIN);
    private final ObjectProperty<Optional<String>> server =
            new SimpleObjectProperty<>(this, "server", Optional.empty());
    private final ObjectProperty<Recipe.Proof> proof =
            new SimpleObjectProperty<>(this, "proof", Recipe.Proof.TELEMETRY);
    private final BooleanProperty operator = new SimpleBooleanProperty(this, "operator");
    private Runnable changed = () -> {};
    private boolean filling;
    private Recipe base;

    RecipeForm(Words words, Recipe first) {
        this.words = words;
        base = first;
        for (Field field : Field.values()) {
            texts.put(field, new SimpleStringProperty(this, field.name(), ""));
            errors.put(field, new ReadOnlyStringWrapper(this, field.name(), ""));
            text(field).addListener((property, was, is) -> touched());
        }
        for (var property : List.of(kind, key, way, server, proof, operator)) {
            property.addListener((it, was, is) -> touched());
        }
        fill(first);
    }

    /** Hears of every change that a person makes. */
    void onChange(Runnable listener) {
        changed = listener;
    }

    StringProperty text(Field field) {
        return requireNonNull(texts.get(field));
    }

    /** What is wrong with a field, in words; empty where nothing is. */
    ReadOnlyStringProperty errorOf(Field field) {
        return requireNonNull(errors.get(field)).getReadOnlyProperty();
    }

    ObjectProperty<Kind> kind() {
        return kind;
    }

    ObjectProperty<KeyType> key() {
        return key;
    }

    ObjectProperty<Issued.Way> way() {
        return way;
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

    /** Shows this recipe. */
    void fill(Recipe recipe) {
        filling = true;
        base = recipe;
        set(Field.NAME, recipe.name());
        set(Field.SERIALS, recipe.serials());
        set(Field.PATTERN, recipe.namePattern());
        set(Field.PROFILE, recipe.profile());
        set(Field.LABEL, recipe.label());
        set(Field.CUSTOMER, recipe.customer().orElse(""));
        set(
                Field.ATTRIBUTES,
                new TreeMap<>(recipe.attributes())
                        .entrySet().stream()
                                .map(each -> each.getKey() + " = " + each.getValue())
                                .collect(Collectors.joining("\n")));
        set(Field.TEMPLATE, recipe.labelTemplate().orElse(""));
        set(Field.GOLDEN_GOOD, recipe.rules().goldenGood().orElse(""));
        set(Field.GOLDEN_BAD, recipe.rules().goldenBad().orElse(""));
        set(Field.ATTEMPTS, String.valueOf(recipe.rules().attempts()));
        set(Field.LANES, String.valueOf(recipe.rules().lanes()));
        set(
                Field.PROGRAM,
                recipe.program().map(each -> String.join("\n", each.command())).orElse(""));
        set(
                Field.SECONDS,
                String.valueOf(recipe.program()
                        .map(each -> each.deadline().toSeconds())
                        .orElse(60L)));
        operator.set(recipe.rules().operator());
        server.set(recipe.server());
        proof.set(recipe.test());
        credential(recipe.credential());
        errors.values().forEach(error -> error.set(""));
        filling = false;
    }

    private void credential(RecipeCredential credential) {
        set(Field.TOKEN_LENGTH, "20");
        set(Field.DAYS, String.valueOf(USUAL_DAYS));
        set(Field.SUBJECT, "CN={name}");
        set(Field.AUTHORITY, "");
        switch (credential) {
            case RecipeCredential.Token(int length) -> {
                kind.set(Kind.TOKEN);
                set(Field.TOKEN_LENGTH, String.valueOf(length));
            }
            case RecipeCredential.SelfSigned own -> {
                kind.set(Kind.SELF_SIGNED);
                certificate(own.key(), own.validity(), own.subject());
            }
            case Issued issued -> {
                kind.set(Kind.ISSUED);
                set(Field.AUTHORITY, issued.authority());
                way.set(issued.way());
                certificate(issued.key(), issued.validity(), issued.subject());
            }
            case RecipeCredential.OnDevice own -> {
                kind.set(Kind.ON_DEVICE);
                set(Field.AUTHORITY, own.authority());
                way.set(own.way());
                certificate(own.key(), own.validity(), own.subject());
            }
        }
    }

    private void certificate(KeyType type, Duration validity, String subject) {
        key.set(type);
        set(Field.DAYS, String.valueOf(validity.toDays()));
        set(Field.SUBJECT, subject);
    }

    /** Whether it differs from the recipe that it was filled with. */
    boolean isChanged() {
        return read(false).filter(base::equals).isEmpty();
    }

    /** The recipe that it was filled with. */
    Recipe base() {
        return base;
    }

    /** The recipe as it stands; empty where something is wrong, which is then said at the fields. */
    Optional<Recipe> read() {
        return read(true);
    }

    /** The same, saying nothing at the fields. */
    Optional<Recipe> draft() {
        return read(false);
    }

    private Optional<Recipe> read(boolean say) {
        Map<Field, String> wrong = new EnumMap<>(Field.class);
        String name = typed(Field.NAME);
        if (name.isEmpty()) {
            wrong.put(Field.NAME, words.get("recipes.error.name"));
        }
        String serials = typed(Field.SERIALS);
        if (!serials.isEmpty()) {
            SerialScheme.parse(serials).failure().ifPresent(why -> wrong.put(Field.SERIALS, words.title(why)));
        }
        if (!typed(Field.PATTERN).contains("{serial}")) {
            wrong.put(Field.PATTERN, words.get("recipes.error.pattern"));
        }
        if (typed(Field.PROFILE).isEmpty()) {
            wrong.put(Field.PROFILE, words.get("recipes.error.profile"));
        }
        Optional<RecipeCredential> credential = credential(wrong);
        Optional<Map<String, String>> attributes = attributes(wrong);
        String template = text(Field.TEMPLATE).get().strip();
        if (!template.isEmpty()) {
            LabelTemplate.parse(template).failure().ifPresent(why -> wrong.put(Field.TEMPLATE, words.title(why)));
        }
        OptionalInt attempts = number(Field.ATTEMPTS, MOST_ATTEMPTS, wrong);
        OptionalInt lanes = number(Field.LANES, StationRules.MOST_LANES, wrong);
        List<String> command = text(Field.PROGRAM)
                .get()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        OptionalInt seconds = command.isEmpty() ? OptionalInt.of(60) : number(Field.SECONDS, MOST_SECONDS, wrong);
        if (say) {
            errors.forEach((field, error) -> error.set(wrong.getOrDefault(field, "")));
        }
        if (!wrong.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Recipe(
                name,
                base.version(),
                typed(Field.PATTERN),
                serials,
                typed(Field.PROFILE),
                typed(Field.LABEL),
                attributes.orElseThrow(),
                maybe(Field.CUSTOMER),
                credential.orElseThrow(),
                server.get(),
                proof.get(),
                Optional.of(template).filter(text -> !text.isEmpty()),
                new StationRules(
                        operator.get(),
                        maybe(Field.GOLDEN_GOOD),
                        maybe(Field.GOLDEN_BAD),
                        attempts.orElseThrow(),
                        lanes.orElseThrow(),
                        base.rules().pinAsked()),
                command.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new DeviceProgram(command, Duration.ofSeconds(seconds.orElseThrow()))),
                proof.get() == Recipe.Proof.DEVICE ? base.deviceWait() : Optional.empty()));
    }

    private Optional<RecipeCredential> credential(Map<Field, String> wrong) {
        if (kind.get() == Kind.TOKEN) {
            OptionalInt length = number(Field.TOKEN_LENGTH, MOST_TOKEN, wrong);
            return length.isPresent() ? Optional.of(new RecipeCredential.Token(length.getAsInt())) : Optional.empty();
        }
        OptionalInt days = number(Field.DAYS, MOST_DAYS, wrong);
        if (typed(Field.SUBJECT).isEmpty()) {
            wrong.put(Field.SUBJECT, words.get("recipes.error.subject"));
        }
        boolean issued = kind.get() == Kind.ISSUED || kind.get() == Kind.ON_DEVICE;
        if (issued && typed(Field.AUTHORITY).isEmpty()) {
            wrong.put(Field.AUTHORITY, words.get("recipes.error.authority"));
        }
        if (days.isEmpty()) {
            return Optional.empty();
        }
        Duration validity = Duration.ofDays(days.getAsInt());
        if (kind.get() == Kind.ON_DEVICE) {
            Issued.Way known = way.get() == Issued.Way.LEAF ? Issued.Way.LEAF : Issued.Way.CHAIN;
            return Optional.of(new RecipeCredential.OnDevice(
                    typed(Field.AUTHORITY), known, key.get(), validity, typed(Field.SUBJECT)));
        }
        return Optional.of(
                issued
                        ? new Issued(typed(Field.AUTHORITY), way.get(), key.get(), validity, typed(Field.SUBJECT))
                        : new RecipeCredential.SelfSigned(key.get(), validity, typed(Field.SUBJECT)));
    }

    private Optional<Map<String, String>> attributes(Map<Field, String> wrong) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String line : text(Field.ATTRIBUTES).get().lines().toList()) {
            int at = line.indexOf('=');
            String name = at < 0 ? "" : line.substring(0, at).strip();
            if (!line.isBlank()
                    && (name.isEmpty() || found.put(name, line.substring(at + 1).strip()) != null)) {
                wrong.put(Field.ATTRIBUTES, words.get("recipes.error.attribute", "line", line.strip()));
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    private OptionalInt number(Field field, int most, Map<Field, String> wrong) {
        String text = typed(field);
        int value = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
        if (value < 1 || value > most) {
            wrong.put(
                    field,
                    words.get("recipes.error.number", "most", words.formats().number(most)));
            return OptionalInt.empty();
        }
        return OptionalInt.of(value);
    }

    private Optional<String> maybe(Field field) {
        return Optional.of(typed(field)).filter(text -> !text.isEmpty());
    }

    private String typed(Field field) {
        return text(field).get().strip();
    }

    private void set(Field field, String text) {
        text(field).set(text);
    }

    private void touched() {
        if (!filling) {
            changed.run();
        }
    }
}
