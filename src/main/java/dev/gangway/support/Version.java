package dev.gangway.support;

/** Which program this is, and what it runs on. The package says so in system properties that its launcher passes. */
public final class Version {
    private Version() {}

    /** The program, then Java and JavaFX. */
    public static String[] lines() {
        String commit = System.getProperty("gangway.commit", "");
        String version = System.getProperty("gangway.version", "in development");
        String javafx = System.getProperty("gangway.javafx", "");
        return new String[] {
            "gangway " + version + (commit.isEmpty() ? "" : " (" + commit + ")"),
            "Java " + System.getProperty("java.runtime.version", "") + (javafx.isEmpty() ? "" : ", JavaFX " + javafx)
        };
    }
}
