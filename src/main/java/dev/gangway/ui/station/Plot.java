package dev.gangway.ui.station;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;

/** A small curve of values over the shift, the oldest on the left; words beside it say the numbers. */
final class Plot extends Region {
    /** More points than this nobody sees: the values between are left out. */
    private static final int POINTS = 60;

    private final Polyline line = new Polyline();
    private List<Double> values = List.of();

    Plot(String name) {
        getStyleClass().add("station-plot");
        line.getStyleClass().add("station-curve");
        setAccessibleText(name);
        getChildren().add(line);
    }

    /** Shows these, scaled from the least to the greatest. */
    void show(List<Double> shown) {
        values = List.copyOf(shown);
        setVisible(values.size() > 1);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        line.getPoints().clear();
        if (values.size() < 2) {
            return;
        }
        double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double span = most - least == 0 ? 1 : most - least;
        int count = Math.min(POINTS, values.size());
        for (int i = 0; i < count; i++) {
            double value = values.get((int) ((long) i * (values.size() - 1) / (count - 1)));
            line.getPoints()
                    .addAll(
                            i * (getWidth() - 2) / (count - 1) + 1,
                            getHeight() - 2 - (value - least) / span * (getHeight() - 4));
        }
    }
}
