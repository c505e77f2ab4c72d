package dev.gangway.ui.station;

import dev.gangway.ui.text.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** The lanes as panes of one size, in as many columns as make them most nearly twice as wide as high. */
final class LanesGrid extends Pane {
    private static final double GAP = 12;
    private static final double SHAPE = 2;

    LanesGrid(Words words, StationViewModel model, Runnable onAgain) {
        getStyleClass().add("station-lanes");
        setMinSize(0, 0);
        ListChangeListener<LaneViewModel> fill = change -> {
            List<Node> panes = new ArrayList<>();
            model.lanes().all().forEach(lane -> panes.add(new LanePane(words, model, lane, onAgain)));
            getChildren().setAll(panes);
        };
        model.lanes().all().addListener(fill);
    }

    @Override
    protected void layoutChildren() {
        int count = getChildren().size();
        if (count == 0) {
            return;
        }
        int columns = columns(count, getWidth(), getHeight());
        int rows = (count + columns - 1) / columns;
        double width = (getWidth() - GAP * (columns - 1)) / columns;
        double height = (getHeight() - GAP * (rows - 1)) / rows;
        for (int i = 0; i < count; i++) {
            getChildren()
                    .get(i)
                    .resizeRelocate(
                            snapPositionX(i % columns * (width + GAP)),
                            snapPositionY(i / columns * (height + GAP)),
                            snapSizeX(width),
                            snapSizeY(height));
        }
    }

    static int columns(int count, double width, double height) {
        int best = 1;
        double off = Double.MAX_VALUE;
        for (int columns = 1; columns <= count; columns++) {
            int rows = (count + columns - 1) / columns;
            double shape =
                    Math.abs(Math.log((width / columns) / (height / rows) / SHAPE)) + 0.1 * (columns * rows - count);
            if (shape < off) {
                off = shape;
                best = columns;
            }
        }
        return best;
    }
}
