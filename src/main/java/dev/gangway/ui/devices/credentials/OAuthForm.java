package dev.gangway.ui.devices.credentials;

import dev.gangway.device.HeldToken;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.token.jwt.CheckingKeys.CheckingKey;
import dev.gangway.token.jwt.Expectation;
import dev.gangway.token.jwt.TokenReader;
import dev.gangway.token.oauth.DeviceAuthorization;
import dev.gangway.ui.devices.credentials.OAuthViewModel.State;
import dev.gangway.ui.devices.credentials.TokenClientViewModel.Text;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Facts;
import dev.gangway.ui.kit.FormField;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.token.TokenReportView;
import dev.gangway.ui.text.Words;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A token of an authorization server: the client, a token fetched to look at, and the code for another screen. */
final class OAuthForm extends VBox {
    private final ScreenContext around;
    private final Words words;
    private final OAuthViewModel model;
    private final Button fetch = new Button();
    private final HBox row = new HBox(fetch);
    private final VBox outcome = new VBox();

    OAuthForm(ScreenContext around, OAuthViewModel model) {
        this.around = around;
        this.words = around.words();
        this.model = model;
        getStyleClass().add("form");
        outcome.getStyleClass().add("form");
        fetch.setId("fetch-token");
        fetch.setText(words.get("oauth.fetch"));
        fetch.setOnAction(_ -> model.fetch());
        row.getStyleClass().add("button-row");
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        issuer(),
                        new TokenClientForm(around, model.client()),
                        new TokenFieldForm(words, model.field()),
                        row,
                        outcome);
        model.state().addListener((_, _, state) -> show(state));
        show(model.state().get());
    }

    private Node issuer() {
        TextField field = new TextField();
        field.setId("oauth-issuer");
        field.textProperty().bindBidirectional(model.client().text(Text.ISSUER));
        HBox.setHgrow(field, Priority.ALWAYS);
        Button discover = new Button(words.get("oauth.discover"));
        discover.setId("oauth-discover");
        discover.setMinWidth(USE_PREF_SIZE);
        discover.setOnAction(_ -> model.discover());
        HBox both = new HBox(field, discover);
        both.getStyleClass().add("button-row");
        return new FormField(words.get("oauth.field.ISSUER"), both, words.get("oauth.field.ISSUER.hint"));
    }

    private void show(State state) {
        fetch.setDisable(state instanceof State.Asking || state instanceof State.Waiting);
        row.getChildren().setAll(fetch);
        outcome.getChildren().clear();
        switch (state) {
            case State.Idle _ -> {}
            case State.Asking _ -> say(Level.INFO, "oauth.asking");
            case State.Discovered _ -> say(Level.OK, "oauth.discovered");
            case State.Waiting(DeviceAuthorization login) -> waiting(login);
            case State.Fetched(HeldToken token) -> fetched(token);
            case State.Failed(Diagnosis why) -> {
                ProblemBox problem = new ProblemBox(words);
                problem.show(Optional.of(why));
                outcome.getChildren().setAll(problem);
            }
        }
    }

    private void say(Level level, String key) {
        row.getChildren().add(new Chip(level, words.get(key)));
    }

    /** RFC 8628, section 3.3: the page and the code, for another screen. */
    private void waiting(DeviceAuthorization login) {
        say(Level.INFO, "oauth.waiting");
        Button cancel = new Button(words.get("newdevice.cancel"));
        cancel.setOnAction(_ -> model.clear());
        Button copy = new Button(words.get("oauth.copy-page"));
        copy.setOnAction(_ -> around.clipboard()
                .copy(login.pageWithCode().orElse(login.page()).toString()));
        row.getChildren().addAll(copy, cancel);
        Label code = new Label(login.userCode());
        code.setId("oauth-user-code");
        code.getStyleClass().addAll("code", "user-code");
        outcome.getChildren()
                .setAll(new Facts()
                        .addCode(words.get("oauth.page"), login.page().toString())
                        .add(words.get("oauth.user-code"), code));
    }

    private void fetched(HeldToken token) {
        say(Level.OK, "oauth.fetched");
        Expectation expected = Expectation.ofTime(Clock.systemUTC(), Duration.ZERO);
        TokenReportView report = new TokenReportView(words);
        ProblemBox opaque = new ProblemBox(words);
        TokenReader.read(token.accessToken(), new CheckingKey.None(), expected)
                .handle(read -> report.show(Optional.of(read)), why -> opaque.show(Optional.of(why)));
        Facts facts = new Facts();
        token.lifetime()
                .ifPresent(life -> facts.add(
                        words.get("oauth.lifetime"), words.get("oauth.seconds", "seconds", life.toSeconds())));
        facts.add(
                words.get("oauth.refresh"),
                words.get(token.refreshToken().isPresent() ? "oauth.refresh.yes" : "oauth.refresh.no"));
        outcome.getChildren().setAll(List.of(facts, opaque, report));
    }
}
