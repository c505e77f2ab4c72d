package dev.gangway.ui.devices;

import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.testfx.api.FxRobot;

/**
 * Drops files where a form takes them. Without a screen there is no file manager to drag them from and no drag gesture,
 * so the event is made here, as the toolkit would.
 */
public final class FileDrop {
    private FileDrop() {}

    /** Drops files there. */
    public static void onto(FxRobot robot, String target, Path... files) {
        Node node = robot.lookup(target).query();
        List<File> dropped = List.of(files).stream().map(Path::toFile).toList();
        robot.interact(() -> Event.fireEvent(node, dropping(node, holding(dropped))));
    }

    private static DragEvent dropping(Node node, Dragboard board) {
        return new DragEvent(
                node, node, DragEvent.DRAG_DROPPED, board, 0, 0, 0, 0, TransferMode.COPY, null, node, null);
    }

    private static Dragboard holding(List<File> files) {
        Object peer = Proxy.newProxyInstance(
                FileDrop.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "hasContent" -> DataFormat.FILES.equals(args[0]);
                    case "getContent" -> DataFormat.FILES.equals(args[0]) ? files : null;
                    default -> null;
                });
        try {
            Constructor<Dragboard> constructor = Dragboard.class.getDeclaredConstructor(TKClipboard.class);
            constructor.setAccessible(true);
            return constructor.newInstance(peer);
        } catch (ReflectiveOperationException changed) {
            throw new AssertionError(changed);
        }
    }
}
