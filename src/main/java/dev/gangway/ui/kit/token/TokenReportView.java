package dev.gangway.ui.kit.token;

import dev.gangway.token.jwt.TokenReport;
import dev.gangway.token.jwt.TokenReport.Finding;
import dev.gangway.ui.kit.Chip;
import dev.gangway.ui.kit.Facts;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.LevelShape;
import dev.gangway.ui.kit.ProblemBox;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** A token taken apart: header, claims with the judgement on each, signature, and what a broker would object to. */
public final class TokenReportView extends VBox {
    private final Words words;

    /** Nothing was read yet. */
    public TokenReportView(Words words) {
        this.words = words;
        getStyleClass().add("form");
        setId("token-report");
    }

    /** Shows what is known of a token; nothing where there is none. */
    public void show(Optional<TokenReport> report) {
        getChildren().clear();
        setVisible(report.isPresent());
        setManaged(report.isPresent());
        report.ifPresent(this::fill);
    }

    private void fill(TokenReport report) {
        Level level = switch (report.signature()) {
            case VALID -> Level.OK;
            case INVALID -> Level.BAD;
            case UNCHECKED -> Level.WARNING;
        };
        Facts claims = new Facts();
        report.claims().values().forEach((name, value) -> claims.add(name, claim(report, name, value)));
        ProblemBox problem = new ProblemBox(words);
        problem.show(report.problem());
        getChildren()
                .addAll(new Chip(level, words.get("token.signature." + report.signature())), problem, header(report));
        if (!report.claims().values().isEmpty()) {
            getChildren().add(claims);
        }
    }

    private static Node header(TokenReport report) {
        FlowPane pane = new FlowPane(6, 6);
        for (Map.Entry<String, Object> entry : report.header().entrySet()) {
            pane.getChildren().add(Chip.plain(entry.getKey() + ": " + entry.getValue()));
        }
        return pane;
    }

    private Node[] claim(TokenReport report, String name, Object value) {
        Label text = wrapped(String.valueOf(value));
        text.getStyleClass().add("code");
        List<Finding> found = report.findings().stream()
                .filter(finding -> finding.claim().equals(name))
                .toList();
        if (found.isEmpty()) {
            return new Node[] {text};
        }
        Finding first = found.getFirst();
        boolean time = List.of("exp", "nbf", "iat").contains(name);
        Label judged = wrapped(
                (time ? first.value() + " · " : "") + words.get("evidence." + first.key(), places(first.args())));
        judged.setGraphic(new LevelShape(first.good() ? Level.OK : Level.BAD));
        return new Node[] {text, judged};
    }

    private static Object[] places(Map<String, String> args) {
        return args.entrySet().stream()
                .flatMap(entry -> java.util.stream.Stream.of(entry.getKey(), entry.getValue()))
                .toArray();
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
