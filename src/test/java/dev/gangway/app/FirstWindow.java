package dev.gangway.app;

import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * A process of its own that prints how long its first window took: from the start of the process to the second frame
 * in which it is showing. Argument {@code bare}: a window with a label; otherwise the program itself.
 */
public final class FirstWindow {
    private FirstWindow() {}

    public static void main(String[] args) {
        Thread.ofPlatform().daemon().start(FirstWindow::watch);
        if (args[0].equals("bare")) {
            Application.launch(Bare.class);
        } else {
            Application.launch(ConsoleApp.class);
        }
    }

    private static void watch() {
        while (!started()) {
            Thread.onSpinWait();
        }
        Platform.runLater(() -> new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (Window.getWindows().stream().anyMatch(Window::isShowing) && ++frames == 2) {
                    long started = ProcessHandle.current()
                            .info()
                            .startInstant()
                            .orElseThrow()
                            .toEpochMilli();
                    System.out.println("first-window-ms " + (System.currentTimeMillis() - started));
                    Runtime.getRuntime().halt(0);
                }
            }
        }.start());
    }

    private static boolean started() {
        try {
            Platform.runLater(() -> {});
            return true;
        } catch (IllegalStateException notYet) {
            return false;
        }
    }

    /** The least that a JavaFX program can be. */
    public static final class Bare extends Application {
        @Override
        public void start(Stage stage) {
            stage.setScene(new Scene(new StackPane(new Label("Hello")), 1440, 900));
            stage.show();
        }
    }
}
