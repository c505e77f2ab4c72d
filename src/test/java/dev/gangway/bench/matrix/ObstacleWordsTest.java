package dev.gangway.bench.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.matrix.DeviceReach.Kind;
import dev.gangway.bench.matrix.DeviceReach.Obstacle;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.profile.DeviceProfile;
import dev.gangway.bench.profile.DeviceProfiles;
import dev.gangway.faultlab.Lab;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What to change for a kind of device, as window and command line say it. */
class ObstacleWordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es"})
    void everyObstacleSaysWhatToChange(String language) {
        ObstacleWords words = new ObstacleWords(Words.load(Locale.forLanguageTag(language)));
        DeviceProfile device = DeviceProfiles.all().getFirst();
        DeviceReach reach = new DeviceReach(device, refused(), List.of());
        for (Kind kind : Kind.values()) {
            Obstacle obstacle = new Obstacle(kind, "something that the server has");
            assertThat(words.change(reach, obstacle)).doesNotContain("{").doesNotContain("obstacle.");
            assertThat(words.stops(reach, obstacle)).doesNotContain("{").doesNotContain("obstacle.");
        }
        assertThat(words.change(reach, new Obstacle(Kind.SUITE, "")))
                .contains(device.hello().suites().getFirst());
        assertThat(words.stops(reach, new Obstacle(Kind.ROOT, "CN=Some Root"))).contains("CN=Some Root");
    }

    /** A real refusal: nobody listens at the port. */
    private static Run refused() {
        return Lab.run(Plan.connect(
                Endpoint.of("127.0.0.1", 1, true),
                TlsOptions.trusting(List.of()),
                MqttOptions.of(MqttOptions.Version.V5, "id", Optional.of("t"), Optional.empty())));
    }
}
