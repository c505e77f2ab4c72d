package dev.gangway.ui.help;

import dev.gangway.ui.kit.Key;
import dev.gangway.ui.kit.Navigator;
import dev.gangway.ui.kit.Screen;
import dev.gangway.ui.kit.ScreenContext;
import dev.gangway.ui.kit.Shortcut;
import dev.gangway.ui.kit.StyleSheets;
import dev.gangway.ui.text.Words;
import dev.gangway.ui.text.guide.ExplainedCode;
import dev.gangway.ui.text.guide.Guide;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The guide, chapter by chapter, and below it what every code means; one field searches both. */
public final class HelpScreen implements Screen {
    private final Words words;
    private final ScreenContext around;
    private final TextField find = new TextField();
    private final ObservableList<Topic> all = FXCollections.observableArrayList();
    private final FilteredList<Topic> topics = new FilteredList<>(all);
    private final ListView<Topic> list = new ListView<>();
    private final ScrollPane page = new ScrollPane();
    private final BorderPane root = new BorderPane();
    private final Runnable tour;
    private @Nullable Guide read;

    /** One entry of the list: a chapter of the guide, or a code. */
    private record Topic(String id, String title, boolean isCode, String text) {
        boolean has(String[] wanted) {
            return Stream.of(wanted).allMatch(text::contains);
        }
    }

    /** Makes the screen; its texts are read when it is first shown. {@code tour} begins the way round. */
    public HelpScreen(ScreenContext around, Runnable tour) {
        this.around = around;
        this.tour = tour;
        words = around.words();
        root.getStyleClass().addAll("screen", "help");
        root.getStylesheets().add(StyleSheets.of(HelpScreen.class, "help.css"));
        root.setLeft(side());
        root.setCenter(page());
        list.getSelectionModel().selectedItemProperty().subscribe(topic -> {
            if (topic != null) {
                show(topic);
            }
        });
    }

    /** Read when it is first asked for. */
    private Guide guide() {
        Guide known = read;
        if (known == null) {
            known = new Guide(words);
            read = known;
        }
        return known;
    }

    private void fill() {
        if (all.isEmpty()) {
            all.setAll(Stream.concat(guide().chapters().stream().map(HelpScreen::topic), codes())
                    .toList());
            list.getSelectionModel().selectFirst();
        }
    }

    private static Topic topic(Guide.Chapter chapter) {
        return new Topic(chapter.id(), chapter.title(), false, chapter.plain().toLowerCase(Locale.ROOT));
    }

    private Stream<Topic> codes() {
        return ExplainedCode.codes(words).stream()
                .map(code -> ExplainedCode.of(code, words))
                .map(code -> new Topic(
                        code.code(),
                        code.title(),
                        true,
                        String.join("\n", code.code(), code.title(), code.text())
                                .toLowerCase(Locale.ROOT)));
    }

    private VBox side() {
        find.setId("help-find");
        find.setPromptText(words.get("help.find"));
        find.setAccessibleText(words.get("help.find"));
        find.textProperty().subscribe(text -> {
            String[] wanted = text.strip().toLowerCase(Locale.ROOT).split("\\s+");
            topics.setPredicate(topic -> topic.has(wanted));
            list.getSelectionModel().selectFirst();
        });
        list.setId("help-topics");
        list.setItems(topics);
        list.setAccessibleText(words.get("help.topics"));
        list.setPlaceholder(new Label(words.get("search.nothing")));
        list.setCellFactory(view -> new TopicCell());
        VBox.setVgrow(list, Priority.ALWAYS);
        Button around = new Button(words.get("tour.start"));
        around.setId("help-tour");
        around.setMaxWidth(Double.MAX_VALUE);
        around.setOnAction(event -> tour.run());
        Label heading = new Label(title());
        heading.getStyleClass().add("screen-title");
        VBox side = new VBox(heading, find, list, around);
        side.getStyleClass().add("help-side");
        return side;
    }

    private ScrollPane page() {
        page.setId("help-page");
        page.setFitToWidth(true);
        page.getStyleClass().addAll("panel", "help-page");
        return page;
    }

    private void show(Topic topic) {
        Node content = topic.isCode()
                ? code(ExplainedCode.of(topic.id(), words))
                : guide().chapters().stream()
                        .filter(chapter -> chapter.id().equals(topic.id()))
                        .findFirst()
                        .<Node>map(chapter -> GuideNodes.of(guide(), chapter))
                        .orElseThrow();
        page.setContent(content);
        page.setVvalue(0);
        page.setAccessibleText(topic.title());
    }

    private VBox code(ExplainedCode explained) {
        VBox box = new VBox(wrapped(explained.title(), "guide-title"), wrapped(explained.code(), "code"));
        box.getStyleClass().add("guide");
        box.getChildren().add(wrapped(explained.text(), "guide-paragraph"));
        box.getChildren().add(wrapped(words.get("help.shown"), "strong"));
        explained.shownBy().forEach(shown -> {
            box.getChildren().add(wrapped(shown.how(), "guide-paragraph"));
            box.getChildren().addAll(bullets(shown.facts()));
        });
        if (!explained.remedies().isEmpty()) {
            box.getChildren().add(wrapped(words.get("diagnosis.helps"), "strong"));
            box.getChildren().addAll(bullets(explained.remedies()));
        }
        return box;
    }

    private static List<HBox> bullets(List<String> items) {
        return items.stream()
                .map(item -> {
                    HBox row = new HBox(new Label("•"), wrapped(item, "guide-paragraph"));
                    row.getStyleClass().add("guide-bullet");
                    return row;
                })
                .toList();
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    @Override
    public String id() {
        return Navigator.HELP;
    }

    @Override
    public String title() {
        return words.get("help.title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        fill();
        find.requestFocus();
    }

    /** A chapter or a code. */
    @Override
    public void select(String subject) {
        fill();
        find.clear();
        Optional<Topic> wanted =
                topics.stream().filter(topic -> topic.id().equals(subject)).findFirst();
        wanted.ifPresent(topic -> {
            list.getSelectionModel().select(topic);
            list.scrollTo(topic);
        });
    }

    @Override
    public List<Shortcut> shortcuts() {
        Stream<Shortcut> chapters = guide().chapters().stream()
                .map(chapter -> Shortcut.named(
                        words.get("help.chapter", "title", chapter.title()),
                        true,
                        () -> around.navigator().open(Navigator.HELP, chapter.id())));
        return Stream.concat(
                        Stream.of(
                                Shortcut.free(Key.FIND, words.get("help.find"), find::requestFocus),
                                Shortcut.named(words.get("tour.start"), true, tour)),
                        chapters)
                .toList();
    }

    /** A chapter by its title; a code by what it means, with the code below. */
    private static final class TopicCell extends ListCell<Topic> {
        private static final PseudoClass CHAPTER = PseudoClass.getPseudoClass("chapter");

        private final Label title = new Label();
        private final Tooltip whole = new Tooltip();
        private final Label code = new Label();
        private final VBox both = new VBox(title, code);

        TopicCell() {
            title.setTooltip(whole);
            code.getStyleClass().addAll("muted", "small");
            both.getStyleClass().add("help-topic");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Topic topic, boolean empty) {
            super.updateItem(topic, empty);
            setGraphic(null);
            if (!empty && topic != null) {
                title.setText(topic.title());
                whole.setText(topic.title());
                title.pseudoClassStateChanged(CHAPTER, !topic.isCode());
                code.setText(topic.id());
                code.setManaged(topic.isCode());
                code.setVisible(topic.isCode());
                setGraphic(both);
            }
        }
    }
}
