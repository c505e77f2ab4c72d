package dev.gangway.ui.recipes;

import dev.gangway.line.recipe.RecipeCredential;
import dev.gangway.line.recipe.RecipeCredential.Issued;
import dev.gangway.pki.KeyType;
import dev.gangway.ui.recipes.RecipeTexts.Field;
import dev.gangway.ui.text.Words;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What devices sign in with, in the form of a recipe. UI thread only. */
final class CredentialForm {
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
    private static final Duration USUAL = Duration.ofDays(3_650);

    private final Words words;
    private final RecipeTexts texts;
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(this, "kind", Kind.TOKEN);
    private final ObjectProperty<KeyType> key = new SimpleObjectProperty<>(this, "key", KeyType.EC_P256);
    private final ObjectProperty<Issued.Way> way = new SimpleObjectProperty<>(this, "way", Issued.Way.CHAIN);
    private Duration had = USUAL;

    CredentialForm(Words words, RecipeTexts texts, Runnable touched) {
        this.words = words;
        this.texts = texts;
        for (var property : List.of(kind, key, way)) {
            property.addListener((it, was, is) -> touched.run());
        }
        kind.addListener((it, was, is) -> {
            if (is == Kind.ON_DEVICE && way.get() == Issued.Way.FIRST_CONTACT) {
                way.set(Issued.Way.CHAIN); // whose key is on the device is known before it connects
            }
        });
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

    /** Shows this one; what it does not have is as usual. */
    void fill(RecipeCredential credential) {
        texts.set(Field.TOKEN_LENGTH, "20");
        texts.set(Field.AUTHORITY, "");
        certificate(KeyType.EC_P256, USUAL, "CN={name}");
        switch (credential) {
            case RecipeCredential.Token(int length) -> {
                kind.set(Kind.TOKEN);
                texts.set(Field.TOKEN_LENGTH, String.valueOf(length));
            }
            case RecipeCredential.SelfSigned own -> {
                kind.set(Kind.SELF_SIGNED);
                certificate(own.key(), own.validity(), own.subject());
            }
            case Issued issued -> {
                kind.set(Kind.ISSUED);
                texts.set(Field.AUTHORITY, issued.authority());
                way.set(issued.way());
                certificate(issued.key(), issued.validity(), issued.subject());
            }
            case RecipeCredential.OnDevice own -> {
                kind.set(Kind.ON_DEVICE);
                texts.set(Field.AUTHORITY, own.authority());
                way.set(own.way());
                certificate(own.key(), own.validity(), own.subject());
            }
        }
    }

    private void certificate(KeyType type, Duration validity, String subject) {
        key.set(type);
        had = validity;
        texts.set(Field.DAYS, String.valueOf(validity.toDays()));
        texts.set(Field.SUBJECT, subject);
    }

    /** It as it stands; empty where something is wrong, which is then in {@code wrong}. */
    Optional<RecipeCredential> read(Map<Field, String> wrong) {
        if (kind.get() == Kind.TOKEN) {
            OptionalInt length = texts.number(Field.TOKEN_LENGTH, MOST_TOKEN, wrong);
            return length.isPresent() ? Optional.of(new RecipeCredential.Token(length.getAsInt())) : Optional.empty();
        }
        Optional<Duration> validity = validity(wrong);
        String subject = texts.typed(Field.SUBJECT);
        if (subject.isBlank()) {
            wrong.put(Field.SUBJECT, words.get("recipes.error.subject"));
        }
        String authority = texts.typed(Field.AUTHORITY);
        if (kind.get() != Kind.SELF_SIGNED && authority.isBlank()) {
            wrong.put(Field.AUTHORITY, words.get("recipes.error.authority"));
        }
        return validity.map(lasts -> switch (kind.get()) {
            case ON_DEVICE -> new RecipeCredential.OnDevice(authority, way.get(), key.get(), lasts, subject);
            case ISSUED -> new Issued(authority, way.get(), key.get(), lasts, subject);
            default -> new RecipeCredential.SelfSigned(key.get(), lasts, subject);
        });
    }

    /** Days; a validity that is not of whole days stays as it was where nobody changes it. */
    private Optional<Duration> validity(Map<Field, String> wrong) {
        if (texts.same(Field.DAYS)) {
            return Optional.of(had);
        }
        OptionalInt days = texts.number(Field.DAYS, MOST_DAYS, wrong);
        return days.isPresent() ? Optional.of(Duration.ofDays(days.getAsInt())) : Optional.empty();
    }
}
