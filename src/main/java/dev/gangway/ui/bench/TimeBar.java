package dev.gangway.ui.bench;

import dev.gangway.bench.event.Direction;
import javafx.scene.layout.Region;

/** When something happened within the whole run, and how long it took, as a bar. */
final class TimeBar extends Region {
    private static final double THINNEST = 3;
    private static final double HEIGHT = 11;

    private final Region bar = new Region();
    private double from;
    private double to;

    TimeBar() {
        getStyleClass().add("time-bar");
        bar.getStyleClass().add("bar");
        bar.setVisible(false);
        getChildren().add(bar);
        setPrefHeight(HEIGHT);
        setMinWidth(0);
        setMouseTransparent(true);
    }

    void show(TimelineRow.Seen row, long endMicros) {
        double whole = Math.max(1, endMicros);
        from = row.sinceMicros() / whole;
        to = row.event().atMicros() / whole;
        bar.setVisible(true);
        bar.getStyleClass().setAll("bar", style(row));
        requestLayout();
    }

    private static String style(TimelineRow.Seen row) {
        return switch (row.severity()) {
            case BAD -> "bad";
            case WARNING -> "warning";
            case GOOD, PLAIN -> row.event().direction() == Direction.IN ? "in" : "out";
        };
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(THINNEST, (to - from) * getWidth());
        double x = Math.clamp(from * getWidth(), 0, Math.max(0, getWidth() - width));
        bar.resizeRelocate(snapPositionX(x), snapPositionY((getHeight() - HEIGHT) / 2), snapSizeX(width), HEIGHT);
    }
}
