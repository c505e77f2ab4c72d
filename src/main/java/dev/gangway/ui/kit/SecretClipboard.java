package dev.gangway.ui.kit;

import dev.gangway.ui.text.Words;
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
        put(text);
        toasts.show(Level.OK, words.get().get("clipboard.copied"));
    }

    /** Copies a secret, for a while. */
    public void copySecret(String secret) {
        put(secret);
        java.time.Duration stays = clearAfter.get();
        timer.setDuration(Duration.millis(stays.toMillis()));
        timer.setOnFinished(event -> clear(secret));
        timer.playFromStart();
        toasts.show(Level.OK, words.get().get("clipboard.copied-secret", "seconds", stays.toSeconds()));
    }

    private static void put(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static void clear(String secret) {
        if (secret.equals(Clipboard.getSystemClipboard().getString())) {
            Clipboard.getSystemClipboard().clear();
        }
    }
}
