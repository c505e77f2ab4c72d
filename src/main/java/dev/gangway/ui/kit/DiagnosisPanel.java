package dev.gangway.ui.kit;

import atlantafx.base.theme.Styles;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Remedy;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * A diagnosis in full: cause, explanation, evidence that links to where it was seen, a button for each remedy that the
 * program carries out itself, the command for people who want to see it themselves, and what else helps.
 */
public final class DiagnosisPanel extends VBox {
    private final Words words;
    private final Optional<Consumer<Evidence>> onEvidence;
    private final Consumer<Remedy> onFix;

    /**
     * Makes an empty panel.
     *
     * @param onEvidence goes to where a piece of evidence was seen
     * @param onFix carries a remedy out; only called for those that can be
     */
    public DiagnosisPanel(Words words, Consumer<Evidence> onEvidence, Consumer<Remedy> onFix) {
        this(words, Optional.of(onEvidence), onFix);
    }

    /** Makes one for where no timeline is: it only tells. */
    public DiagnosisPanel(Words words) {
        this(words, Optional.empty(), remedy -> {});
    }

    private DiagnosisPanel(Words words, Optional<Consumer<Evidence>> onEvidence, Consumer<Remedy> onFix) {
        this.words = words;
        this.onEvidence = onEvidence;
        this.onFix = onFix;
        getStyleClass().add("diagnosis");
    }

    /**
     * Shows a diagnosis.
     *
     * @param can whether a remedy can be carried out here and now; the others are advice
     * @param onCommand shows the equivalent command, where there is one
     */
    public void show(Diagnosis diagnosis, Predicate<Remedy> can, Optional<Runnable> onCommand) {
        getChildren().setAll(text(words.title(diagnosis), "diagnosis-title"), text(words.text(diagnosis), "muted"));
        if (!diagnosis.evidence().isEmpty()) {
            VBox list = new VBox(text(words.get("diagnosis.evidence"), "diagnosis-heading"));
            diagnosis.evidence().forEach(seen -> list.getChildren().add(evidence(seen)));
            getChildren().add(list);
        }
        Predicate<Remedy> button = can.and(remedy -> remedy.action() != Action.NONE);
        List<Remedy> fixes = diagnosis.remedies().stream().filter(button).toList();
        fixes.forEach(remedy -> getChildren().add(fix(remedy, remedy.equals(fixes.getFirst()))));
        onCommand.ifPresent(show -> getChildren().add(command(show)));
        VBox advice = new VBox(text(words.get("diagnosis.helps"), "diagnosis-heading"));
        diagnosis.remedies().stream()
                .filter(button.negate())
                .forEach(remedy -> advice.getChildren().add(text("• " + words.remedy(remedy), "muted")));
        if (advice.getChildren().size() > 1) {
            getChildren().add(advice);
        }
        getChildren().add(text(diagnosis.code(), "diagnosis-code"));
    }

    /** Shows nothing. */
    public void clear() {
        getChildren().clear();
    }

    private Node evidence(Evidence seen) {
        if (onEvidence.isEmpty() || seen.place() instanceof Evidence.Place.None) {
            return text("• " + words.evidence(seen), "muted");
        }
        Hyperlink link = new Hyperlink("• " + words.evidence(seen));
        link.setWrapText(true);
        link.setMinHeight(USE_PREF_SIZE);
        link.setOnAction(event -> onEvidence.get().accept(seen));
        return link;
    }

    private Button fix(Remedy remedy, boolean likeliest) {
        Button button = wide(words.remedy(remedy));
        if (likeliest) {
            button.getStyleClass().addAll(Styles.ACCENT, "diagnosis-fix");
        }
        button.setOnAction(event -> onFix.accept(remedy));
        return button;
    }

    private Button command(Runnable show) {
        Button button = wide(words.get("diagnosis.command"));
        button.setOnAction(event -> show.run());
        return button;
    }

    private static Button wide(String label) {
        Button button = new Button(label);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setWrapText(true);
        button.setMinHeight(USE_PREF_SIZE);
        return button;
    }

    private static Label text(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
