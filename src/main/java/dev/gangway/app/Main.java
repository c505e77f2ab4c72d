package dev.gangway.app;

import javafx.application.Application;

/** Starts the program. */
public final class Main {
    private Main() {}

    /** The program. */
    public static void main(String[] args) {
        Application.launch(ConsoleApp.class);
    }
}
