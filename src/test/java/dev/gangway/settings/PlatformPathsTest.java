package dev.gangway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformPathsTest {
    private static final Path HOME = Path.of("home");

    @Test
    void linuxFollowsXdg() {
        assertThat(PlatformPaths.of(Map.of(), "Linux", HOME).vaultFile())
                .isEqualTo(Path.of("home/.local/share/gangway/vault.sqlite"));
        assertThat(PlatformPaths.of(Map.of("XDG_CONFIG_HOME", "conf"), "Linux", HOME)
                        .settingsFile())
                .isEqualTo(Path.of("conf/gangway/settings.properties"));
    }

    @Test
    void macUsesApplicationSupport() {
        assertThat(PlatformPaths.of(Map.of(), "Mac OS X", HOME).data())
                .isEqualTo(Path.of("home/Library/Application Support/Gangway"));
    }

    @Test
    void windowsUsesAppData() {
        PlatformPaths paths = PlatformPaths.of(Map.of("APPDATA", "roaming"), "Windows 11", HOME);
        assertThat(paths.config()).isEqualTo(Path.of("roaming/Gangway"));
        assertThat(paths.data()).isEqualTo(Path.of("home/AppData/Local/Gangway"));
    }

    @Test
    void oneFolderForEverythingOnRequest() {
        PlatformPaths paths = PlatformPaths.of(Map.of("GANGWAY_HOME", "stick"), "Linux", HOME);
        assertThat(paths.config()).isEqualTo(Path.of("stick"));
        assertThat(paths.vaultFile()).isEqualTo(Path.of("stick/vault.sqlite"));
    }

    @Test
    void whatAnAdministratorFixedIsNotMovedByAUser() {
        Map<String, String> moved = Map.of("GANGWAY_HOME", "stick", "PROGRAMDATA", "shared");
        assertThat(PlatformPaths.of(moved, "Linux", HOME).settingsForAll())
                .isEqualTo(Path.of("/etc/gangway/settings.properties"));
        assertThat(PlatformPaths.of(moved, "Mac OS X", HOME).settingsForAll())
                .isEqualTo(Path.of("/Library/Application Support/Gangway/settings.properties"));
        assertThat(PlatformPaths.of(moved, "Windows 11", HOME).settingsForAll())
                .isEqualTo(Path.of("shared/Gangway/settings.properties"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "", " "})
    void anAccountWithoutAHomeHasNoPlaceUnlessItIsNamed(String home) {
        assertThat(PlatformPaths.ofUser(Map.of(), "Linux", home)).isEmpty();
        assertThat(PlatformPaths.ofUser(Map.of("XDG_DATA_HOME", "data"), "Linux", home))
                .isEmpty();
        assertThat(PlatformPaths.ofUser(Map.of("XDG_DATA_HOME", "data", "XDG_CONFIG_HOME", "conf"), "Linux", home))
                .isPresent();
        assertThat(PlatformPaths.ofUser(Map.of("GANGWAY_HOME", "stick"), "Mac OS X", home))
                .isPresent();
    }
}
