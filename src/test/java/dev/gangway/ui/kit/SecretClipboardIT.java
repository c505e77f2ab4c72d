package dev.gangway.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.ui.text.Words;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A secret leaves the clipboard when its time is over or the program ends, and nothing else does. */
class SecretClipboardIT {
    private final FxRobot robot = new FxRobot();
    private final Words words = Words.load(Locale.ENGLISH);
    private final SecretClipboard clipboard =
            new SecretClipboard(() -> Duration.ofMinutes(5), (level, sentence) -> {}, () -> words);

    @BeforeEach
    void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void theEndOfTheProgramTakesTheSecretOut() {
        robot.interact(() -> clipboard.copySecret("hunter2"));
        assertThat(now()).isEqualTo("hunter2");
        robot.interact(clipboard::clear); // what ConsoleWindow.close does
        assertThat(now()).isNull();
    }

    @Test
    void whatSomebodyCopiedSinceStays() {
        robot.interact(() -> clipboard.copySecret("hunter2"));
        robot.interact(() -> {
            ClipboardContent other = new ClipboardContent();
            other.putString("something else");
            Clipboard.getSystemClipboard().setContent(other);
        });
        robot.interact(clipboard::clear);
        assertThat(now()).isEqualTo("something else");
    }

    @Test
    void whatEverybodyMaySeeStays() {
        robot.interact(() -> clipboard.copySecret("hunter2"));
        robot.interact(() -> clipboard.copy("G-0011AABB"));
        robot.interact(clipboard::clear);
        assertThat(now()).isEqualTo("G-0011AABB");
    }

    private String now() {
        Callable<String> read = () -> Clipboard.getSystemClipboard().getString();
        return WaitForAsyncUtils.waitForAsyncFx(10_000, read);
    }
}
