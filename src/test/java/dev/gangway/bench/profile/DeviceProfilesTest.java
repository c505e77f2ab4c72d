package dev.gangway.bench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.tls.decode.TlsNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The profiles can be read, name only what there is, and say where they come from. */
class DeviceProfilesTest {
    private static final Path FOLDER = Path.of("src/main/resources/dev/gangway/bench/profile");

    static List<DeviceProfile> all() {
        return DeviceProfiles.all();
    }

    @Test
    void theIndexNamesEveryResource() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".properties"))
                            .map(name -> name.replace(".properties", "")))
                    .containsExactlyInAnyOrderElementsOf(
                            all().stream().map(DeviceProfile::id).toList());
        }
    }

    @Test
    void eachIdFindsItsProfile() {
        assertThat(all())
                .allSatisfy(
                        profile -> assertThat(DeviceProfiles.find(profile.id())).contains(profile));
        assertThat(DeviceProfiles.find("toaster")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aProfileNamesOnlyWhatThereIs(DeviceProfile profile) {
        DeviceProfile.Hello hello = profile.hello();
        assertThat(hello.suites())
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(TlsNames.suiteId(name)).as(name).isPresent());
        assertThat(hello.groups())
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(TlsNames.groupId(name)).as(name).isPresent());
        assertThat(hello.schemes())
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(
                                name.startsWith("0x") || TlsNames.schemeId(name).isPresent())
                        .as(name)
                        .isTrue());
        List<String> extensions =
                IntStream.rangeClosed(0, 0xFFFF).mapToObj(TlsNames::extension).toList();
        assertThat(extensions)
                .containsAll(hello.extensions())
                .containsAll(hello.values().keySet());
        assertThat(hello.has("server_name")).isEqualTo(hello.serverName());
        assertThat(hello.versions()).isNotEmpty().isSubsetOf("1.3", "1.2");
        assertThat(profile.mqtt()).isNotEmpty().isSubsetOf("3.1.1", "5");
    }

    @ParameterizedTest
    @MethodSource("all")
    void aProfileSaysWhereItComesFrom(DeviceProfile profile) {
        assertThat(profile.sources())
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source).isNotBlank());
        assertThat(profile.assumed()).isSubsetOf("suites", "groups", "schemes", "extensions", "server-name", "clock");
        assertThat(profile.isRun() && !profile.assumed().isEmpty())
                .as("compared with a real one, and still assumed")
                .isFalse();
    }
}
