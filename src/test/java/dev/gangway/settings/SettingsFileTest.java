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
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                .isEqualTo(new SettingsFile.Loaded(Settings.defaults(), Set.of(), Optional.empty()));
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
        assertThat(problem.args())
                .containsEntry("name", "text-percent")
                .containsEntry("value", "5000")
                .containsEntry("line", "2");
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

    @Test
    void whatAnAdministratorFixedHoldsAndLeavesTheUsersOwn() throws Exception {
        write("theme=dark\ntext-percent=110\n");
        Path forAll = Files.writeString(folder.resolve("all"), "text-percent=150\nauto-lock-minutes=5\n");
        SettingsFile settings = new SettingsFile(file, Optional.of(forAll));
        SettingsFile.Loaded loaded = settings.load();
        assertThat(loaded.settings())
                .isEqualTo(Settings.defaults()
                        .withTheme(Theme.DARK)
                        .withTextPercent(150)
                        .withAutoLock(Optional.of(Duration.ofMinutes(5))));
        assertThat(loaded.fixed()).containsExactlyInAnyOrder(Setting.TEXT_PERCENT, Setting.AUTO_LOCK);
        assertThat(loaded.problem()).isEmpty();

        settings.save(loaded.settings().withTheme(Theme.LIGHT)).orThrow();
        assertThat(settings.load().settings().theme()).isEqualTo(Theme.LIGHT);
        Files.delete(forAll);
        assertThat(settings.load().settings())
                .isEqualTo(Settings.defaults().withTheme(Theme.LIGHT).withTextPercent(110));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text-percent=5000", "them=dark", "server=5a3b1c1e-0000-4000-8000-000000000000"})
    void aLineThatFixesNothingIsTold(String line) throws Exception {
        write("text-percent=110\n");
        Path forAll = Files.writeString(folder.resolve("all"), "theme=dark\n" + line);
        SettingsFile.Loaded loaded = new SettingsFile(file, Optional.of(forAll)).load();
        assertThat(loaded.fixed()).containsExactly(Setting.THEME);
        assertThat(loaded.settings())
                .isEqualTo(Settings.defaults().withTheme(Theme.DARK).withTextPercent(110));
        Diagnosis problem = loaded.problem().orElseThrow();
        assertThat(problem.is(SettingsCode.NOT_FIXED)).isTrue();
        assertThat(problem.args())
                .containsEntry("name", line.substring(0, line.indexOf('=')))
                .containsEntry("line", "2");
    }

    @Test
    void anAdministratorsFileThatIsNoTextFixesNothing() throws Exception {
        Path forAll = Files.write(folder.resolve("all"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, (byte) 0x80});
        SettingsFile.Loaded loaded = new SettingsFile(file, Optional.of(forAll)).load();
        assertThat(loaded.fixed()).isEmpty();
        assertThat(loaded.problem().orElseThrow().is(SettingsCode.NONE_FIXED)).isTrue();
    }

    private void write(String text) throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
