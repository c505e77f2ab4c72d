package dev.gangway.ui.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;

/** Has people pick files; the system's own chooser, except in tests. Used on the UI thread only; blocks it. */
public interface FilePicker {
    /**
     * Files to read; empty where people gave up.
     *
     * @param patterns as in {@code *.pem}; none for all
     * @param all what the choice of all files is called
     */
    List<Path> open(Window owner, String title, List<String> patterns, String all);

    /** A place to write to, after a question where a file is there; empty where people gave up. */
    Optional<Path> save(Window owner, String title, String suggestedName);

    /** A folder; empty where people gave up. */
    Optional<Path> folder(Window owner, String title);
}
