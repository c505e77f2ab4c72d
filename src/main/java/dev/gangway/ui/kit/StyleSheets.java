package dev.gangway.ui.kit;

import java.net.URL;
import java.util.Objects;

/** Finds the style sheets that lie beside the classes. */
public final class StyleSheets {
    private StyleSheets() {}

    /**
     * The address of a style sheet in the package of a class.
     *
     * @throws NullPointerException where there is none
     */
    public static String of(Class<?> neighbour, String file) {
        URL found = neighbour.getResource(file);
        return Objects.requireNonNull(found, file).toExternalForm();
    }
}
