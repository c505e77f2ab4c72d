package dev.gangway.ui.shell;

import dev.gangway.ui.kit.Screen;
import java.util.List;
import java.util.stream.Stream;

/**
 * Screens that stand together in the rail.
 *
 * @param heading over them; empty for none
 */
record RailGroup(String heading, List<Screen> screens) {
    static Stream<Screen> all(List<RailGroup> groups) {
        return groups.stream().flatMap(group -> group.screens().stream());
    }
}
