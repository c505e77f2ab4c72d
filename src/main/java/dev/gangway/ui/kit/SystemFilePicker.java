package dev.gangway.ui.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** The file chooser of the operating system. */
public final class SystemFilePicker implements FilePicker {
    @Override
    public List<Path> open(Window owner, String title, List<String> patterns, String all) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        if (!patterns.isEmpty()) {
            chooser.getExtensionFilters()
                    .addAll(
                            new FileChooser.ExtensionFilter(String.join(", ", patterns), patterns),
                            new FileChooser.ExtensionFilter(all, "*"));
        }
        List<File> files = chooser.showOpenMultipleDialog(owner);
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> save(Window owner, String title, String suggestedName) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(suggestedName);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> folder(Window owner, String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
    }
}
