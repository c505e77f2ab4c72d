package dev.gangway.ui.watch;

import javafx.animation.AnimationTimer;

/** Has the view model take over what is new, once a frame, while anything is; rests otherwise. */
final class Frames extends AnimationTimer {
    /** How long after the last news the rate is still worth showing. */
    private static final long REST_NANOS = 2_000_000_000;

    private final WatchViewModel watch;
    private final Runnable drawn;
    private boolean visible;
    private boolean running;
    private long lastNews;

    /** One that rests; {@code drawn} is called after each frame that brought something. */
    Frames(WatchViewModel watch, Runnable drawn) {
        this.watch = watch;
        this.drawn = drawn;
        watch.onNews(this::wake);
    }

    /** Whether anybody sees it. */
    void visible(boolean now) {
        visible = now;
        wake();
    }

    @Override
    public void handle(long nanos) {
        if (watch.packets().frame(nanos)) {
            lastNews = nanos;
            drawn.run();
        } else if (nanos - lastNews > REST_NANOS) {
            running = false;
            stop();
        }
    }

    private void wake() {
        if (visible && !running) {
            running = true;
            lastNews = System.nanoTime();
            start();
        }
    }
}
