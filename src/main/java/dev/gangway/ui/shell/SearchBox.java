package dev.gangway.ui.shell;

import dev.gangway.ui.kit.Key;
import dev.gangway.ui.shell.SearchViewModel.SearchHit;
import dev.gangway.ui.text.Words;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The search field in the header, and below it the list of what was found. The keyboard stays in the field. */
final class SearchBox extends StackPane {
    private static final double ROW_HEIGHT = 34;

    private final SearchViewModel model;
    private final TextField field = new TextField();
    private final ListView<SearchHit> list = new ListView<>();
    private @Nullable Node before;
    private boolean entered;

    SearchBox(SearchViewModel model, Words words) {
        this.model = model;
        getStyleClass().add("search");
        field.setId("search");
        field.setPromptText(words.get("search.prompt"));
        field.setAccessibleText(words.get("search.prompt"));
        Label keys = new Label(Key.SEARCH.on(words, "").strip());
        keys.getStyleClass().add("keys");
        keys.setMouseTransparent(true);
        keys.visibleProperty().bind(field.textProperty().isEmpty());
        setAlignment(keys, Pos.CENTER_RIGHT);
        getChildren().addAll(field, keys);
        field.textProperty().addListener((property, was, text) -> {
            entered = false;
            model.type(text);
        });
        model.settled().addListener((property, was, settled) -> {
            if (settled && entered) {
                openSelected();
            }
        });
        field.focusedProperty().addListener((property, was, focused) -> focused(focused));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setUpList(words);
    }

    /** The list, to be laid over the window below the field. */
    Node list() {
        return list;
    }

    /** Gives the field the focus. */
    void begin() {
        before = getScene().getFocusOwner();
        field.requestFocus();
        field.selectAll();
    }

    private void setUpList(Words words) {
        list.setItems(model.hits());
        list.setId("search-hits");
        list.getStyleClass().add("search-hits");
        list.setAccessibleText(words.get("search.hits"));
        list.setFocusTraversable(false);
        list.setVisible(false);
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(view -> new HitCell());
        Label nothing = new Label();
        nothing.textProperty()
                .bind(model.problem().map(why -> why.map(words::title).orElse(words.get("search.nothing"))));
        list.setPlaceholder(nothing);
        list.setOnMouseClicked(event -> openSelected());
        list.setMaxSize(560, USE_PREF_SIZE);
        model.hits().addListener((ListChangeListener<SearchHit>) change -> {
            list.getSelectionModel().selectFirst();
            list.setPrefHeight(Math.max(1, model.hits().size()) * ROW_HEIGHT + 12);
        });
    }

    private void focused(boolean focused) {
        if (focused) {
            model.begin();
            model.type(field.getText());
        }
        list.setVisible(focused);
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> list.getSelectionModel().selectNext();
            case UP -> list.getSelectionModel().selectPrevious();
            case ENTER -> enter();
            case ESCAPE -> leave();
            default -> {
                return;
            }
        }
        list.scrollTo(list.getSelectionModel().getSelectedIndex());
        event.consume();
    }

    /** Opens what was typed, not what its first letters had found: who types fast is not answered yet. */
    private void enter() {
        entered = true;
        if (model.settled().get()) {
            openSelected();
        }
    }

    private void openSelected() {
        entered = false;
        SearchHit hit = list.getSelectionModel().getSelectedItem();
        if (hit != null) {
            leave();
            hit.open().run();
        }
    }

    private void leave() {
        entered = false;
        field.clear();
        list.setVisible(false);
        Node back = before != null && before.getScene() != null
                ? before
                : getScene().getRoot();
        back.requestFocus();
    }

    private static final class HitCell extends ListCell<SearchHit> {
        private final Label title = new Label();
        private final Label detail = new Label();
        private final HBox row = new HBox(title, dev.gangway.ui.kit.Card.spacer(), detail);

        HitCell() {
            detail.getStyleClass().addAll("muted", "small");
            row.setAlignment(Pos.CENTER_LEFT);
            row.setSpacing(12);
            title.setMinWidth(0);
            detail.setMinWidth(USE_PREF_SIZE);
            detail.setMaxWidth(280);
            setPrefWidth(0); // as wide as the list, never wider
        }

        @Override
        protected void updateItem(@Nullable SearchHit hit, boolean empty) {
            super.updateItem(hit, empty);
            if (empty || hit == null) {
                setGraphic(null);
                return;
            }
            title.setText(hit.title());
            detail.setText(hit.detail());
            setGraphic(row);
        }
    }
}
