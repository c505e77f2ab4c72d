package dev.gangway.ui.unlock;

import dev.gangway.background.Background;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import dev.gangway.vault.Vault;
import dev.gangway.vault.Vaults;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Creates or unlocks the vault. What comes of it is opened off the UI thread, then handed on. */
public final class UnlockViewModel {
    private final Vaults vaults;
    private final Path file;
    private final String operator;
    private final Background background;
    private final boolean fresh;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());

    /** For the vault at {@code file}, which need not exist. */
    public UnlockViewModel(Vaults vaults, Path file, String operator, Background background) {
        this.vaults = vaults;
        this.file = file;
        this.operator = operator;
        this.background = background;
        fresh = !vaults.exists(file);
    }

    /** Whether there is no vault yet, so that one is to be created. */
    public boolean isFresh() {
        return fresh;
    }

    /** Where the vault is or will be. */
    public Path file() {
        return file;
    }

    /** Whether it is working; takes about a second on purpose. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Why it did not work the last time. */
    public ReadOnlyObjectProperty<Optional<Diagnosis>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /**
     * Creates the vault or unlocks it.
     *
     * @param passphrase wiped afterwards
     * @param open what to make of the vault, off the UI thread
     * @param then receives that on the UI thread
     */
    public <T> void submit(Secret passphrase, Function<Vault, T> open, Consumer<T> then) {
        if (busy.get()) {
            passphrase.close();
            return;
        }
        busy.set(true);
        problem.set(Optional.empty());
        background
                .attempt(cancellation -> {
                    try (passphrase) {
                        Outcome<Vault> vault = fresh
                                ? vaults.create(file, passphrase, operator)
                                : vaults.unlock(file, passphrase, operator);
                        return vault.map(unlocked -> opened(unlocked, open));
                    }
                })
                .always(() -> busy.set(false))
                .start(then, why -> problem.set(Optional.of(why)));
    }

    /** Where nothing can be made of the vault, it is locked again: nobody else could. */
    private static <T> T opened(Vault vault, Function<Vault, T> open) {
        boolean made = false;
        try {
            T result = open.apply(vault);
            made = true;
            return result;
        } finally {
            if (!made) {
                vault.close();
            }
        }
    }
}
