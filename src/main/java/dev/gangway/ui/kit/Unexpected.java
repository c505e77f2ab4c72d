package dev.gangway.ui.kit;

import dev.gangway.diagnosis.Code;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.logging.OperationLog;
import dev.gangway.ui.text.Words;
import dev.gangway.vault.VaultException;
import dev.gangway.vault.VaultLockedException;
import java.util.HexFormat;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A bug, as people meet it: that it happened, that nothing is lost, and a short code that is also in the log. */
public final class Unexpected {
    /** What the window says of its own mistakes. */
    public enum WindowCode implements Code {
        /** Work threw an exception that no room expects. */
        UNEXPECTED;

        @Override
        public String family() {
            return "window";
        }
    }

    private Unexpected() {}

    /** The same bug has the same code: it is made of where the exception came from, never of what it says. */
    public static String code(Throwable bug) {
        Throwable cause = bug;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        int hash = cause.getClass().getName().hashCode();
        for (StackTraceElement frame : cause.getStackTrace()) {
            if (frame.getClassName().startsWith("dev.gangway.")) {
                hash = 31 * hash + (frame.getClassName() + "." + frame.getMethodName()).hashCode();
                break;
            }
        }
        return "G-" + HexFormat.of().withUpperCase().toHexDigits(hash);
    }

    /**
     * What to say where work threw, and a note of it in the log. A full disk and the like say what they are; of work that
     * the lock of the vault cut off, nothing is said.
     */
    public static Optional<Diagnosis> explain(Throwable thrown) {
        if (thrown instanceof VaultLockedException) {
            return Optional.empty();
        }
        if (thrown instanceof VaultException broken) {
            return Optional.of(broken.diagnosis());
        }
        log(thrown);
        return Optional.of(Diagnosis.of(WindowCode.UNEXPECTED)
                .with("code", code(thrown))
                .remedy("report-code", "code", code(thrown))
                .build());
    }

    /** Writes it to the log under its code. */
    public static void log(Throwable bug) {
        OperationLog.bug(code(bug), bug);
    }

    /** What is shown. */
    public static Panel panel(Throwable bug, Words words, Runnable close, Runnable copy) {
        Label text = new Label(words.get("unexpected.text"));
        text.setWrapText(true);
        text.setMinHeight(Label.USE_PREF_SIZE);
        Label code = new Label(code(bug));
        code.setId("unexpected-code");
        code.getStyleClass().addAll("code", "unexpected-code");
        VBox content = new VBox(text, code);
        content.getStyleClass().add("form");
        Button toClipboard = new Button(words.get("unexpected.copy"));
        toClipboard.setOnAction(event -> copy.run());
        Button goOn = new Button(words.get("unexpected.close"));
        goOn.setDefaultButton(true);
        goOn.setCancelButton(true);
        goOn.setOnAction(event -> close.run());
        return new Panel(words.get("unexpected.title"), content, toClipboard, goOn);
    }
}
