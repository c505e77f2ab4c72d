package dev.gangway.ui.kit;

import dev.gangway.ui.text.Words;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;

/** Copies text; a secret is taken out of the clipboard again, unless something else was copied since. UI thread only. */
public final class SecretClipboard {
    private final Supplier<java.time.Duration> clearAfter;
    private final Toasts toasts;
    private final Supplier<Words> words;
    private Optional<String> held = Optional.empty();
    private final PauseTransition timer = new PauseTransition();

    /**
     * Makes one.
     *
     * @param clearAfter how long a secret stays; asked at each copy
     * @param words to say so with; may change
     */
    public SecretClipboard(Supplier<java.time.Duration> clearAfter, Toasts toasts, Supplier<Words> words) {
        this.clearAfter = clearAfter;
        this.toasts = toasts;
        this.words = words;
    }

    /** Copies something that everybody may see. */
    public void copy(String text) {
        timer.stop();
        held = Optional.empty();
        put(text);
        toasts.show(Level.OK, words.get().get("clipboard.copied"));
    }

    /** Copies a secret, for a while. */
    public void copySecret(String secret) {
        put(secret);
        held = Optional.of(secret);
        java.time.Duration stays = clearAfter.get();
        timer.setDuration(Duration.millis(stays.toMillis()));
        timer.setOnFinished(event -> clear());
        timer.playFromStart();
        toasts.show(Level.OK, words.get().get("clipboard.copied-secret", "seconds", stays.toSeconds()));
    }

    private static void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Takes a secret out that is still in there: its time is over, or the program ends before that. */
    public void clear() {
        timer.stop();
        held.filter(secret -> secret.equals(Clipboard.getSystemClipboard().getString()))
                .ifPresent(secret -> Clipboard.getSystemClipboard().clear());
        held = Optional.empty();
    }
}
