package dev.gangway.ui.shell;

import atlantafx.base.theme.Styles;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.ui.kit.Card;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.LevelShape;
import dev.gangway.ui.kit.PracticeSwitch;
import dev.gangway.ui.kit.RunningWork;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.text.Words;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** The bar at the bottom: vault, devices, practice server, running work, and what the last test spoke. */
final class Footer extends HBox {
    private final ScreenContext around;
    private final Words words;
    private final HBox work = new HBox();

    Footer(ScreenContext around, FrameViewModel model) {
        this.around = around;
        words = around.words();
        getStyleClass().add("footer");
        setAlignment(Pos.CENTER_LEFT);
        Label vault = new Label();
        vault.textProperty().bind(model.vaultProperty());
        Label devices = new Label();
        devices.textProperty().bind(model.devicesProperty());
        for (Label whole : new Label[] {vault, devices}) {
            whole.setMinWidth(USE_PREF_SIZE);
        }
        Label problem = new Label();
        problem.setId("footer-problem");
        problem.setGraphic(new LevelShape(Level.BAD));
        Tooltip whole = new Tooltip();
        problem.setTooltip(whole);
        model.problem().subscribe(found -> {
            problem.setManaged(found.isPresent());
            problem.setVisible(found.isPresent());
            problem.setText(found.map(words::title).orElse(""));
            whole.setText(found.map(words::text).orElse(""));
        });
        work.getStyleClass().add("work");
        work.setAlignment(Pos.CENTER_RIGHT);
        around.work().items().addListener((ListChangeListener<RunningWork.Item>) change -> showWork());
        showWork();
        Label protocols = new Label();
        protocols.textProperty().bind(around.lastConnection().protocolsProperty());
        Tooltip spoken = new Tooltip();
        spoken.textProperty().bind(protocols.textProperty());
        protocols.setTooltip(spoken);
        getChildren().addAll(vault, devices, problem, practice(), Card.spacer(), work, protocols);
    }

    /** Starts it, with its entry among the servers, or stops it. */
    static void togglePractice(ScreenContext around) {
        PracticeSwitch practice = around.practice();
        if (practice.stateProperty().get() == PracticeSwitch.State.ON) {
            practice.turnOff(around.server()::check);
            around.server().check();
            return;
        }
        Consumer<Diagnosis> failed = why -> around.dialogs().tell(around.words().get("footer.practice.start"), why);
        practice.turnOn(outcome -> outcome.handle(entry -> around.server().keep(entry, failed), failed));
    }

    private Button practice() {
        Button button = new Button();
        button.setId("practice");
        button.getStyleClass().addAll(Styles.SMALL, "footer-button", "footer-switch");
        PracticeSwitch practice = around.practice();
        practice.stateProperty().subscribe(state -> {
            button.setText(words.get("footer.practice." + state.name().toLowerCase(java.util.Locale.ROOT)));
            button.setTooltip(new Tooltip(
                    words.get(state == PracticeSwitch.State.ON ? "footer.practice.stop" : "footer.practice.start")));
            button.setAccessibleHelp(
                    words.get(state == PracticeSwitch.State.ON ? "footer.practice.stop" : "footer.practice.start"));
            button.setDisable(state == PracticeSwitch.State.STARTING);
        });
        button.setOnAction(event -> {
            togglePractice(around);
        });
        return button;
    }

    private void showWork() {
        work.getChildren().clear();
        if (!around.work().items().isEmpty()) {
            RunningWork.Item first = around.work().items().getFirst();
            work.getChildren().add(new WorkView(first, around.work().items().size() - 1, words));
        }
    }
}
