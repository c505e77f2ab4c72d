package dev.gangway.ui.kit.exporting;

import dev.gangway.transfer.exporting.Exportable;
import dev.gangway.transfer.exporting.Exports;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.ScreenContext;
import java.nio.file.Path;
import java.util.List;

/** Asks in which form something leaves the vault, says what that means, and writes it. Used on the UI thread only. */
public final class ExportDialog {
    private final ScreenContext around;
    private final Exports exports;

    /** One that writes with these. */
    public ExportDialog(ScreenContext around, Exports exports) {
        this.around = around;
        this.exports = exports;
    }

    /** Asks about this. */
    public void open(Exportable what) {
        Path home = Path.of(System.getProperty("user.home", ""));
        ExportViewModel model = new ExportViewModel(what, exports::write, home, around.background());
        model.onWritten(this::written);
        around.dialogs().show(new ExportPanel(around, model).panel());
    }

    private void written(List<Path> files) {
        around.dialogs().close();
        Path folder = files.getFirst().toAbsolutePath().getParent();
        around.toasts()
                .show(
                        Level.OK,
                        around.words().count("export.written", files.size())
                                + " "
                                + around.words().get("export.written.to", "folder", String.valueOf(folder)));
    }
}
