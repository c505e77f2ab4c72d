package dev.gangway.ui.recipes;

import dev.gangway.background.Background;
import dev.gangway.background.Newest;
import dev.gangway.credentials.Credentials;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeCredential;
import dev.gangway.line.recipe.RecipeFile;
import dev.gangway.line.recipe.StationRules;
import dev.gangway.ui.text.Words;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The recipes of the vault, and the one in the form. UI thread only. */
final class RecipesViewModel {
    private final RecipeWork work;
    private final Background background;
    private final Words words;
    private final InstantSource clock;
    private final RecipeForm form;
    private final ObservableList<Recipe> recipes = FXCollections.observableArrayList();
    private final ObservableList<Recipe> versions = FXCollections.observableArrayList();
    private final ObservableList<String> servers = FXCollections.observableArrayList();
    private final ObservableList<String> authorities = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Recipe>> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", Optional.empty());
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(this, "loaded");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper(this, "changed");
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper(this, "checking");
    private final StringProperty sample = new SimpleStringProperty(this, "sample", "");
    private final ReadOnlyObjectWrapper<Optional<UnitPreview>> preview =
            new ReadOnlyObjectWrapper<>(this, "preview", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<List<Diagnosis>>> missing =
            new ReadOnlyObjectWrapper<>(this, "missing", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
    private final Newest loading = new Newest();
    private final Newest reading = new Newest();
    private final Newest drawing = new Newest();
    private final Newest check = new Newest();

    RecipesViewModel(RecipeWork work, Background background, Words words, InstantSource clock) {
        this.work = work;
        this.background = background;
        this.words = words;
        this.clock = clock;
        form = new RecipeForm(words, blank());
        form.onChange(this::touched);
        sample.addListener((property, was, is) -> draw());
    }

    RecipeForm form() {
        return form;
    }

    /** The newest version of each, by name. */
    ObservableList<Recipe> recipes() {
        return recipes;
    }

    /** Every version of the one in the form, the newest first; none while it is new. */
    ObservableList<Recipe> versions() {
        return versions;
    }

    ObservableList<String> servers() {
        return servers;
    }

    ObservableList<String> authorities() {
        return authorities;
    }

    /** The recipe in the form as the vault has it; empty for a new one. */
    ReadOnlyObjectProperty<Optional<Recipe>> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Whether a recipe is in the form, new or not. */
    ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /** Whether there is something to save. */
    ReadOnlyBooleanProperty changed() {
        return changed.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty checking() {
        return checking.getReadOnlyProperty();
    }

    /** The serial number to try; empty for the first of the scheme. */
    StringProperty sample() {
        return sample;
    }

    /** A unit as it would come out; empty while something is wrong in the form. */
    ReadOnlyObjectProperty<Optional<UnitPreview>> preview() {
        return preview.getReadOnlyProperty();
    }

    /** What the dry run says is missing; empty before it. */
    ReadOnlyObjectProperty<Optional<List<Diagnosis>>> missing() {
        return missing.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Diagnosis>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Reads the vault; what stands in the form stays. */
    void load() {
        background
                .work(cancellation -> new Loaded(work.recipes(), work.servers(), work.authorities()))
                .in(loading)
                .start(this::loaded, this::failed);
    }

    /** Shows the newest version of a recipe. */
    void choose(String name) {
        recipes.stream().filter(each -> each.name().equals(name)).findFirst().ifPresent(this::show);
    }

    /** Shows this version of a recipe. */
    void show(Recipe recipe) {
        put(recipe, Optional.of(recipe));
        background
                .work(cancellation -> work.versions(recipe.name()))
                .in(reading)
                .start(versions::setAll, this::failed);
    }

    /** Begins a recipe with nothing in it. */
    void begin() {
        put(blank(), Optional.empty());
    }

    /** Begins one as this device could have come by; {@code then} comes when it is in the form. */
    void begin(Device device, Runnable then) {
        background
                .work(cancellation -> work.of(device))
                .start(
                        made -> {
                            put(made, Optional.empty());
                            then.run();
                        },
                        this::failed);
    }

    /** Begins one like that in the form, under another name. */
    void copy() {
        form.read()
                .ifPresent(recipe -> put(
                        recipe.named(words.get("recipes.copy-of", "name", recipe.name()))
                                .versioned(1),
                        Optional.empty()));
    }

    /** Devices of which a recipe can be made. */
    void devices(Consumer<List<Device>> then) {
        background.work(cancellation -> work.devices()).start(then, this::failed);
    }

    /** Keeps what stands in the form; {@code then} hears which version it became. */
    void save(Consumer<Recipe> then) {
        form.read()
                .ifPresent(recipe -> background
                        .work(cancellation -> work.save(recipe))
                        .start(
                                kept -> {
                                    show(kept);
                                    load();
                                    then.accept(kept);
                                },
                                this::failed));
    }

    /** Keeps a recipe that came from a file. */
    void take(Recipe recipe, Consumer<Recipe> then) {
        background
                .work(cancellation -> work.save(recipe))
                .start(
                        kept -> {
                            show(kept);
                            load();
                            then.accept(kept);
                        },
                        this::failed);
    }

    /** Back to what the vault has. */
    void undo() {
        shown.get().ifPresentOrElse(recipe -> put(recipe, Optional.of(recipe)), this::first);
    }

    /** Names everything that is missing before units can come by what stands in the form. */
    void check() {
        Optional<Recipe> recipe = form.read();
        if (recipe.isEmpty() || checking.get()) {
            return;
        }
        missing.set(Optional.empty());
        checking.set(true);
        background
                .work(cancellation -> work.check(recipe.get(), cancellation))
                .in(check)
                .always(() -> checking.set(false))
                .start(found -> missing.set(Optional.of(found)), this::failed);
    }

    /** Writes the recipe in the form, as the vault has it. */
    void export(Path target, Runnable done) {
        shown.get()
                .ifPresent(recipe -> background
                        .attempt(cancellation -> work.export(recipe, target))
                        .start(written -> done.run(), this::failed));
    }

    /** Reads a file; {@code then} shows what is in it. */
    void read(Path file, Consumer<RecipeFile.Read> then) {
        problem.set(Optional.empty());
        background.attempt(cancellation -> work.read(file)).start(then, this::failed);
    }

    void close() {
        check.cancel();
        drawing.cancel();
    }

    private void loaded(Loaded found) {
        recipes.setAll(found.recipes());
        servers.setAll(found.servers());
        authorities.setAll(found.authorities());
        loaded.set(true);
        if (!open.get()) {
            first();
        }
    }

    private void first() {
        if (recipes.isEmpty()) {
            open.set(false);
        } else {
            show(recipes.getFirst());
        }
    }

    private void put(Recipe recipe, Optional<Recipe> kept) {
        problem.set(Optional.empty());
        check.forget();
        checking.set(false);
        missing.set(Optional.empty());
        form.fill(recipe);
        shown.set(kept);
        if (kept.isEmpty()) {
            versions.clear();
        }
        changed.set(kept.isEmpty());
        open.set(true);
        draw();
    }

    private void touched() {
        changed.set(shown.get().isEmpty() || form.isChanged());
        missing.set(Optional.empty());
        draw();
    }

    private void draw() {
        Optional<Recipe> draft = form.draft();
        String wanted = sample.get().strip();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
        if (draft.isEmpty()) {
            drawing.cancel();
            preview.set(Optional.empty());
            return;
        }
        background
                .work(cancellation -> UnitPreview.of(draft.get(), wanted, today))
                .in(drawing)
                .start(made -> preview.set(Optional.of(made)), this::failed);
    }

    private void failed(Diagnosis why) {
        problem.set(Optional.of(why));
    }

    private Recipe blank() {
        return new Recipe(
                "",
                1,
                "{serial}",
                "",
                "default",
                "",
                Map.of(),
                new RecipeCredential.Token(Credentials.USUAL_TOKEN_LENGTH),
                servers.stream().findFirst(),
                Recipe.Proof.TELEMETRY,
                Optional.empty(),
                StationRules.USUAL,
                Optional.empty());
    }

    private record Loaded(List<Recipe> recipes, List<String> servers, List<String> authorities) {}
}
