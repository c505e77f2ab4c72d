package dev.gangway.ui.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.line.recipe.DeviceProgram;
import dev.gangway.line.recipe.DeviceWait;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.recipe.RecipeCredential;
import dev.gangway.line.recipe.RecipeCredential.Issued;
import dev.gangway.line.recipe.RecipeFile;
import dev.gangway.line.recipe.StationRules;
import dev.gangway.pki.KeyType;
import dev.gangway.ui.recipes.RecipeTexts.Field;
import dev.gangway.ui.text.Words;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a recipe's file can hold comes out of the form as it went in. */
class RecipeFormTest {
    private static final Duration YEAR = Duration.ofDays(365);

    private static Recipe full(RecipeCredential credential, Recipe.Proof test) {
        return new Recipe(
                "Pump",
                7,
                "pump-{serial}",
                "P{counter:4}{luhn}",
                "pumps",
                "  Pump {serial} ",
                Map.of("site", " Hall 4 ", "empty", "", "formula", "a = b"),
                Optional.of("Customer A"),
                credential,
                Optional.of("Plant"),
                test,
                Optional.of("size 50 20\nqr 2 2 16 {serial}\n"),
                new StationRules(true, Optional.of("GOOD-1"), Optional.of("BAD-1"), 2, 4, Optional.of(true)),
                Optional.of(new DeviceProgram(
                        List.of("/opt/flash it", "--port", " leading", "trailing ", "", "--last"),
                        Duration.ofSeconds(75))),
                Optional.of(new DeviceWait(Duration.ofSeconds(45), Optional.of("uptime"))));
    }

    static Stream<Recipe> everyKind() {
        return Stream.<RecipeCredential>of(
                        new RecipeCredential.Token(32),
                        new RecipeCredential.SelfSigned(KeyType.EC_P384, YEAR, "CN={name},O=Plant"),
                        new Issued("Maker", Issued.Way.LEAF, KeyType.RSA_2048, YEAR, "CN={serial}"),
                        new Issued("Maker", Issued.Way.CHAIN, KeyType.EC_P256, YEAR, "CN={serial}"),
                        new Issued("Maker", Issued.Way.FIRST_CONTACT, KeyType.EC_P256, YEAR, "CN={serial}"),
                        new RecipeCredential.OnDevice("Maker", Issued.Way.LEAF, KeyType.EC_P256, YEAR, "CN={name}"),
                        new RecipeCredential.OnDevice("Maker", Issued.Way.CHAIN, KeyType.EC_P384, YEAR, "CN={name}"))
                .flatMap(credential -> Stream.of(Recipe.Proof.values()).map(test -> full(credential, test)));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void aRecipeThatNobodyChangedComesOutAsItWentIn(Recipe recipe) throws ReflectiveOperationException {
        everyComponentIsSet(recipe);
        everyComponentIsSet(recipe.rules());
        assertThat(RecipeFile.read(RecipeFile.unsigned(recipe)).orThrow().recipe())
                .isEqualTo(recipe);
        RecipeForm form = filled(recipe);
        assertThat(form.read()).hasValue(recipe);
        assertThat(form.isChanged()).isFalse();
    }

    /** One that comes later and is forgotten here fails. */
    private static void everyComponentIsSet(Record value) throws ReflectiveOperationException {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            assertThat(component.getAccessor().invoke(value))
                    .as(component.getName())
                    .isNotIn("", Optional.empty(), Map.of(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void whatNobodyTouchedStaysWhereSomethingElseIsChanged(Recipe recipe) {
        RecipeForm form = filled(recipe);
        form.text(Field.PROFILE).set("valves");
        form.proof().set(Recipe.Proof.CONNECT);
        Recipe read = form.read().orElseThrow();
        assertThat(read.profile()).isEqualTo("valves");
        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFields("profile", "test")
                .isEqualTo(recipe);
    }

    @Test
    void aValidityThatIsNotOfWholeDaysAndRulesWithoutAPinStay() {
        Recipe recipe = full(
                new RecipeCredential.SelfSigned(KeyType.EC_P256, Duration.ofHours(12), "CN={name}"), Recipe.Proof.NONE);
        assertThat(filled(recipe).read()).hasValue(recipe);
        Recipe noPin = new Recipe(
                "Pump",
                1,
                "{serial}",
                "",
                "default",
                "",
                Map.of(),
                new RecipeCredential.Token(20),
                Optional.empty(),
                Recipe.Proof.NONE,
                Optional.empty(),
                new StationRules(false, Optional.empty(), Optional.empty(), 3, 1, Optional.of(false)),
                Optional.empty());
        assertThat(filled(noPin).read()).hasValue(noPin);
    }

    @Test
    void otherLinesKeepTheirBlanksWhereOneIsEdited() {
        RecipeForm form = filled(full(new RecipeCredential.Token(20), Recipe.Proof.DEVICE));
        edit(form, Field.PROGRAM, "--port", "--device");
        edit(form, Field.ATTRIBUTES, "empty = ", "empty = no");
        Recipe read = form.read().orElseThrow();
        assertThat(read.program().orElseThrow().command())
                .containsExactly("/opt/flash it", "--device", " leading", "trailing ", "", "--last");
        assertThat(read.attributes())
                .containsOnly(Map.entry("site", " Hall 4 "), Map.entry("empty", "no"), Map.entry("formula", "a = b"));
    }

    @Test
    void theWaitThePinAndTheProgramAreRead() {
        RecipeForm form = filled(full(new RecipeCredential.Token(20), Recipe.Proof.DEVICE));
        form.text(Field.WAIT_SECONDS).set("90");
        form.text(Field.WAIT_KEY).set("");
        form.pin().set(false);
        form.text(Field.PROGRAM).set("\n");
        Recipe read = form.read().orElseThrow();
        assertThat(read.deviceWait()).hasValue(new DeviceWait(Duration.ofSeconds(90), Optional.empty()));
        assertThat(read.rules().pin()).isFalse();
        assertThat(read.program()).isEmpty();
        form.text(Field.WAIT_SECONDS).set("soon");
        assertThat(form.read()).isEmpty();
        assertThat(form.errorOf(Field.WAIT_SECONDS).get()).isEqualTo("A whole number from 1 to 3,600.");
    }

    @Test
    void aLineBreakWithinAnArgumentIsKeptAndNeverCutInTwo() {
        Recipe recipe = full(new RecipeCredential.Token(20), Recipe.Proof.NONE)
                .writtenBy(new DeviceProgram(List.of("flash", "one\ntwo"), Duration.ofSeconds(60)));
        RecipeForm form = filled(recipe);
        assertThat(form.read()).hasValue(recipe);
        form.text(Field.PROGRAM).set("flash\none\ntwo\nthree");
        assertThat(form.read()).isEmpty();
        assertThat(form.errorOf(Field.PROGRAM).get()).contains("line break");
    }

    @Test
    void aKeyOnTheDeviceIsNeverKnownByTheFirstContact() {
        RecipeForm form = filled(full(
                new Issued("Maker", Issued.Way.FIRST_CONTACT, KeyType.EC_P256, YEAR, "CN={serial}"),
                Recipe.Proof.NONE));
        form.credential().kind().set(CredentialForm.Kind.ON_DEVICE);
        assertThat(form.read().map(Recipe::credential))
                .hasValue(
                        new RecipeCredential.OnDevice("Maker", Issued.Way.CHAIN, KeyType.EC_P256, YEAR, "CN={serial}"));
    }

    private static void edit(RecipeForm form, Field field, String part, String by) {
        String text = form.text(field).get();
        assertThat(text).contains(part);
        form.text(field).set(text.replace(part, by));
    }

    private static RecipeForm filled(Recipe recipe) {
        RecipeForm form =
                new RecipeForm(Words.load(Locale.ENGLISH), full(new RecipeCredential.Token(1), Recipe.Proof.NONE));
        form.fill(recipe);
        return form;
    }
}
