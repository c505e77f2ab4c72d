package dev.gangway.ui.help;

import dev.gangway.ui.text.guide.Guide;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/** A chapter as nodes of the window: headings, paragraphs, lists, and pictures as wide as there is room. */
final class GuideNodes extends AbstractVisitor {
    private final Guide guide;
    private final VBox into;

    private GuideNodes(Guide guide, VBox into) {
        this.guide = guide;
        this.into = into;
    }

    /** The nodes of a chapter, in one box. */
    static VBox of(Guide guide, Guide.Chapter chapter) {
        VBox box = box("guide");
        box.setMinWidth(0); // or its pictures would keep it as wide as they are
        chapter.text().accept(new GuideNodes(guide, box));
        return box;
    }

    @Override
    public void visit(Heading heading) {
        TextFlow flow = text(heading);
        flow.getStyleClass().add("guide-heading-" + heading.getLevel());
        into.getChildren().add(flow);
    }

    @Override
    public void visit(Paragraph paragraph) {
        if (paragraph.getFirstChild() instanceof Image image && image.getNext() == null) {
            into.getChildren().add(picture(image));
        } else {
            into.getChildren().add(text(paragraph));
        }
    }

    @Override
    public void visit(BulletList list) {
        items(list, 0);
    }

    @Override
    public void visit(OrderedList list) {
        Integer first = list.getMarkerStartNumber();
        items(list, first == null ? 1 : first);
    }

    private void items(Node list, int first) {
        VBox rows = box("guide-list");
        int number = first;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            Label mark = new Label(number == 0 ? "•" : number++ + ".");
            mark.getStyleClass().add("guide-mark");
            VBox content = box("guide-item");
            HBox.setHgrow(content, Priority.ALWAYS);
            GuideNodes inner = new GuideNodes(guide, content);
            for (Node child = item.getFirstChild(); child != null; child = child.getNext()) {
                child.accept(inner);
            }
            rows.getChildren().add(new HBox(mark, content));
        }
        into.getChildren().add(rows);
    }

    private ImageView picture(Image image) {
        ImageView view = new ImageView(guide.picture(image.getDestination()).toExternalForm());
        view.setPreserveRatio(true);
        view.setSmooth(true);
        StringBuilder spoken = new StringBuilder();
        image.accept(new AbstractVisitor() {
            @Override
            public void visit(org.commonmark.node.Text text) {
                spoken.append(text.getLiteral());
            }
        });
        view.setAccessibleText(spoken.toString());
        double whole = view.getImage().getWidth();
        into.widthProperty().subscribe(width -> view.setFitWidth(Math.min(whole, Math.max(width.doubleValue(), 1))));
        return view;
    }

    private static TextFlow text(Node block) {
        Words words = new Words();
        for (Node child = block.getFirstChild(); child != null; child = child.getNext()) {
            child.accept(words);
        }
        TextFlow flow = new TextFlow(words.pieces.toArray(Text[]::new));
        flow.setMinHeight(TextFlow.USE_PREF_SIZE);
        return flow;
    }

    private static VBox box(String style) {
        VBox box = new VBox();
        box.getStyleClass().add(style);
        box.setMinWidth(0);
        return box;
    }

    /** What stands within a paragraph. */
    private static final class Words extends AbstractVisitor {
        private final List<Text> pieces = new ArrayList<>();
        private String style = "guide-plain";

        @Override
        public void visit(org.commonmark.node.Text text) {
            add(text.getLiteral(), style);
        }

        @Override
        public void visit(SoftLineBreak lineBreak) {
            add(" ", style);
        }

        @Override
        public void visit(Code code) {
            add(code.getLiteral(), "guide-code");
        }

        @Override
        public void visit(Emphasis emphasis) {
            within(emphasis, "guide-emphasis");
        }

        @Override
        public void visit(StrongEmphasis strong) {
            within(strong, "guide-strong");
        }

        private void within(Node node, String inner) {
            String outer = style;
            style = inner;
            visitChildren(node);
            style = outer;
        }

        private void add(String text, String how) {
            Text piece = new Text(text);
            piece.getStyleClass().addAll("guide-text", how);
            pieces.add(piece);
        }
    }
}
