package dev.gangway.ui.kit;

import dev.gangway.diagnosis.Diagnosis;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks and shows, inside the window; for files, with the system's own chooser. Used on the UI thread only. */
public interface Dialogs {
    /** Asks, and runs {@code yes} where the answer is the question's action. */
    void ask(Question question, Runnable yes);

    /** Shows a panel over the window until {@link #close}, Escape, or a click beside it. */
    void show(Panel panel);

    /**
     * Says why something could not be done, and what helps; what was shown before comes back afterwards.
     *
     * @param title what was to be done
     */
    void tell(String title, Diagnosis why);

    /** Takes away what is shown. */
    void close();

    /** Has people pick files; empty where they gave up. {@code patterns} as in {@code *.pem}; none for all. */
    List<Path> openFiles(String title, List<String> patterns);

    /** Has people pick a folder; empty where they gave up. */
    Optional<Path> openFolder(String title);

    /** Has people pick a place to write to; empty where they gave up. */
    Optional<Path> saveFile(String title, String suggestedName);

    /**
     * Something to be agreed to.
     *
     * @param title the question
     * @param text what will happen
     * @param action what the button does, in words: never just Yes
     * @param destructive whether it cannot be undone
     */
    record Question(String title, String text, String action, boolean destructive) {}
}
