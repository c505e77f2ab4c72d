package dev.gangway.faultlab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The lab's tables in {@code docs/fault-lab.md}, each between two marks that name its section. */
final class Page {
    private static final Path FILE = Path.of("docs", "fault-lab.md");

    private Page() {}

    /** A section's table as it is kept. */
    static String read(String section) {
        String page = text();
        return page.substring(begin(page, section), end(page, section));
    }

    /** Prints a table; with {@code -Dgangway.faultlab.write=true} it also replaces the section's. */
    static void show(String section, String table) {
        System.out.println("\n" + section + "\n" + table);
        if (isBeingWritten()) {
            String page = text();
            String changed = page.substring(0, begin(page, section)) + table + page.substring(end(page, section));
            try {
                Files.writeString(FILE, changed);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Whether what the tests see becomes the page, instead of being held against it. */
    static boolean isBeingWritten() {
        return Boolean.getBoolean("gangway.faultlab.write");
    }

    private static int begin(String page, String section) {
        String mark = "<!-- " + section + " -->\n";
        return found(page.indexOf(mark), section) + mark.length();
    }

    private static int end(String page, String section) {
        return found(page.indexOf("<!-- end of " + section + " -->\n"), section);
    }

    private static int found(int at, String section) {
        if (at < 0) {
            throw new IllegalStateException(FILE + " has no place for " + section);
        }
        return at;
    }

    /** All of it. */
    static String text() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
