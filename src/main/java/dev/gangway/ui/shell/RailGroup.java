package dev.gangway.ui.shell;

import dev.gangway.ui.kit.Screen;
import java.util.List;
import java.util.stream.Stream;

/**
 * Screens that stand together in the rail.
 *
 * @param heading over them; empty for none
 */
public record RailGroup(String heading, List<Screen> screens) {
    /** The screens of all of them, in order. */
    static Stream<Screen> all(List<RailGroup> groups) {
        return groups.stream().flatMap(group -> group.screens().stream());
    }
}
