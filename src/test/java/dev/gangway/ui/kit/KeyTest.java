package dev.gangway.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.ui.text.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;

class KeyTest {
    @Test
    void oneKeyMeansOneThing() {
        Stream<KeyCombination> screens = IntStream.rangeClosed(0, 9)
                .boxed()
                .flatMap(n -> Stream.of("Shortcut+" + n, "Shortcut+Shift+" + n))
                .map(KeyCombination::valueOf);
        assertThat(Stream.concat(Arrays.stream(Key.values()).map(Key::keys), screens))
                .doesNotHaveDuplicates();
    }

    @Test
    void theKeysAreCalledAsTheyAreWrittenOnTheKeyboard() {
        assertThat(Key.NEW.on(Words.load(Locale.ENGLISH), "New device")).isEqualTo("New device  Ctrl+N");
        assertThat(Key.NEW.on(Words.load(Locale.GERMAN), "Neues Gerät")).isEqualTo("Neues Gerät  Strg+N");
        assertThat(Key.REMOVE.on(Words.load(Locale.GERMAN), "Entfernen")).isEqualTo("Entfernen  Entf");
    }
}
