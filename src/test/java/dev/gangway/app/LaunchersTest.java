package dev.gangway.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What starts the program on other systems, as far as it can be read here: none of it was run on its system. */
class LaunchersTest {
    @Test
    void windowsStartsTheSameProgramWithTheSameOptions() throws IOException {
        String launcher = Files.readString(Path.of("installers/windows/gangway.cmd"));
        assertThat(launcher).contains(Main.class.getName() + " %*", "lib\\options", "exit /b %ERRORLEVEL%");
        assertThat(launcher.lines().filter(line -> line.endsWith("^")))
                .as("a broken line goes on")
                .isNotEmpty();
    }

    @Test
    void commandFilesHaveTheLineEndsThatWindowsNeeds() throws IOException {
        for (String file : List.of("gangway.cmd", "package.cmd")) {
            String text = Files.readString(Path.of("installers/windows", file));
            assertThat(text.replace("\r\n", "")).as(file).doesNotContain("\n").doesNotContain("\r");
        }
    }

    @Test
    void filesThatThePackagersNameAreThere() throws IOException {
        String options = Files.readString(Path.of("installers/jpackage.options"));
        assertThat(options.lines()
                        .filter(line -> line.startsWith("--file-associations") || line.startsWith("--license-file"))
                        .map(line -> Path.of(line.substring(line.indexOf(' ') + 1))))
                .hasSize(5)
                .allSatisfy(file -> assertThat(file).exists());
        assertThat(options).contains("--main-class " + Main.class.getName());
        String desktop = Files.readString(Path.of("installers/linux/share/gangway.desktop"));
        assertThat(Arrays.asList(desktop.split("\n", -1)))
                .contains("StartupWMClass=" + ConsoleApp.class.getName(), "Exec=gangway open %F");
    }
}
