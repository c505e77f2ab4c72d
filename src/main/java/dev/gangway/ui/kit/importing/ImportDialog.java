package dev.gangway.ui.kit.importing;

import dev.gangway.transfer.importing.Imports;
import dev.gangway.transfer.importing.Stored;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.Navigator;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.text.Words;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import javafx.scene.input.Clipboard;

/** Shows what files hold, asks where each thing goes, and stores all of it or nothing. Used on the UI thread only. */
public final class ImportDialog {
    private static final String PEM = "-----BEGIN ";

    private final ScreenContext around;
    private final Imports imports;

    /** One that imports with these. */
    public ImportDialog(ScreenContext around, Imports imports) {
        this.around = around;
        this.imports = imports;
    }

    /** Asks for files. */
    public void open() {
        show(model());
    }

    /** Begins with these files and folders. */
    public void open(List<Path> paths) {
        ImportsViewModel model = model();
        show(model);
        model.take(paths);
    }

    /** Begins with what is on the clipboard; says so where that is nothing to import. */
    public void openClipboard() {
        ImportsViewModel model = model();
        if (paste(model)) {
            show(model);
        } else {
            around.toasts().show(Level.INFO, around.words().get("importing.clipboard-empty"));
        }
    }

    private ImportsViewModel model() {
        ImportsViewModel model = new ImportsViewModel(imports, around.background());
        model.onStored(this::stored);
        return model;
    }

    private void show(ImportsViewModel model) {
        around.dialogs().show(new ImportPanel(around, model, () -> paste(model)).panel());
    }

    private boolean paste(ImportsViewModel model) {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasFiles()) {
            model.take(clipboard.getFiles().stream().map(File::toPath).toList());
            return true;
        }
        String text = clipboard.getString();
        if (text == null || !text.contains(PEM)) {
            return false;
        }
        model.paste(around.words().get("importing.pasted"), text);
        return true;
    }

    private void stored(Stored what) {
        around.dialogs().close();
        around.toasts().show(Level.OK, said(what));
        if (!what.devices().isEmpty()) {
            around.navigator()
                    .open(
                            Navigator.DEVICES,
                            what.devices().stream()
                                    .map(device -> device.id().toString())
                                    .collect(Collectors.joining(",")));
        } else if (!what.authorities().isEmpty()) {
            around.navigator().open(Navigator.AUTHORITIES);
        } else {
            around.navigator().open(Navigator.CERTIFICATES);
        }
    }

    private String said(Stored what) {
        Words words = around.words();
        StringJoiner parts = new StringJoiner(", ");
        for (var part : List.of(
                Map.entry("importing.stored.devices", what.devices().size()),
                Map.entry("importing.stored.authorities", what.authorities().size()),
                Map.entry("importing.stored.certificates", what.certificates().size()))) {
            if (part.getValue() > 0) {
                parts.add(words.count(part.getKey(), part.getValue()));
            }
        }
        return words.get("importing.stored", "what", parts);
    }
}
