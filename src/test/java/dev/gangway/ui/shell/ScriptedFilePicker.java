package dev.gangway.ui.shell;

import dev.gangway.ui.kit.FilePicker;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.stage.Window;

/** Picks what the test said before; gives up where it said nothing. */
public final class ScriptedFilePicker implements FilePicker {
    private final AtomicReference<List<Path>> next = new AtomicReference<>(List.of());
    private final AtomicReference<String> suggested = new AtomicReference<>("");

    /** What will be picked, once. */
    public void willPick(Path... files) {
        next.set(List.of(files));
    }

    /** The name that was suggested last for a file to write. */
    public String suggested() {
        return suggested.get();
    }

    @Override
    public List<Path> open(Window owner, String title, List<String> patterns, String all) {
        return next.getAndSet(List.of());
    }

    @Override
    public Optional<Path> save(Window owner, String title, String suggestedName) {
        suggested.set(suggestedName);
        return next.getAndSet(List.of()).stream().findFirst();
    }

    @Override
    public Optional<Path> folder(Window owner, String title) {
        return next.getAndSet(List.of()).stream().findFirst();
    }
}
