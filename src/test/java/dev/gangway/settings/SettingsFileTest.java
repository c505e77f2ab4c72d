package dev.gangway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.settings.Settings.Language;
import dev.gangway.settings.Settings.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("config").resolve("settings.properties");
    }

    @Test
    void nothingThereMeansDefaults() {
        assertThat(new SettingsFile(file).load())
                .isEqualTo(new SettingsFile.Loaded(Settings.defaults(), Optional.empty()));
    }

    @Test
    void comesBackAsItWasSaved() {
        Settings settings = Settings.defaults()
                .withLanguage(Language.GERMAN)
                .withTheme(Theme.DARK)
                .withTextPercent(150)
                .withAutoLock(Optional.empty())
                .withClipboardClear(Duration.ofSeconds(30))
                .withServer(Optional.of(UUID.randomUUID()));
        assertThat(new SettingsFile(file).save(settings).isOk()).isTrue();
        assertThat(new SettingsFile(file).load().settings()).isEqualTo(settings);
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void keepsWhatIsGoodOfAFileThatIsNot() throws Exception {
        write("theme=dark\ntext-percent=5000\n");
        SettingsFile.Loaded loaded = new SettingsFile(file).load();
        assertThat(loaded.settings()).isEqualTo(Settings.defaults().withTheme(Theme.DARK));
        Diagnosis problem = loaded.problem().orElseThrow();
        assertThat(problem.is(SettingsCode.BAD_VALUE)).isTrue();
        assertThat(problem.args()).containsEntry("name", "text-percent").containsEntry("value", "5000");
    }

    @Test
    void bytesThatAreNoTextGiveDefaults() throws Exception {
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, (byte) 0x80});
        SettingsFile.Loaded loaded = new SettingsFile(file).load();
        assertThat(loaded.settings()).isEqualTo(Settings.defaults());
        assertThat(loaded.problem().orElseThrow().is(SettingsCode.UNREADABLE)).isTrue();
    }

    @Test
    void ignoresWhatANewerProgramWrote() throws Exception {
        write("holograms=on\n");
        assertThat(new SettingsFile(file).load().problem()).isEmpty();
    }

    @Test
    void saysWhenItCannotWrite() throws Exception {
        Files.writeString(folder.resolve("config"), "a file where the folder should be");
        assertThat(new SettingsFile(file)
                        .save(Settings.defaults())
                        .failure()
                        .orElseThrow()
                        .is(SettingsCode.NOT_WRITTEN))
                .isTrue();
    }

    @Test
    void systemLanguageKeepsTheCountry() {
        assertThat(Language.SYSTEM.locale(Locale.UK)).isEqualTo(Locale.UK);
        assertThat(Language.ENGLISH.locale(Locale.UK)).isEqualTo(Locale.UK);
        assertThat(Language.GERMAN.locale(Locale.UK)).isEqualTo(Locale.GERMAN);
    }

    private void write(String text) throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
