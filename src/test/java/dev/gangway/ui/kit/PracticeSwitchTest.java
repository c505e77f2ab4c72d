package dev.gangway.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Background;
import dev.gangway.device.TokenSigning;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.secret.Secret;
import dev.gangway.server.Practice;
import dev.gangway.server.ServerCode;
import dev.gangway.server.ServerEntry;
import dev.gangway.ui.UiQueue;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PracticeSwitchTest {
    private final UiQueue ui = new UiQueue();
    private final Background background = new Background(ui, Unexpected::explain);
    private final List<Outcome<ServerEntry>> told = new ArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Test
    void startsOnceAndTellsEverybodyWhoAsked() {
        PracticeSwitch practice = new PracticeSwitch(() -> Outcome.ok(new Running()), background);
        practice.turnOn(told::add);
        practice.turnOn(told::add);
        assertThat(practice.stateProperty().get()).isEqualTo(PracticeSwitch.State.STARTING);
        ui.runNext();
        assertThat(practice.stateProperty().get()).isEqualTo(PracticeSwitch.State.ON);
        assertThat(told).hasSize(2).allMatch(Outcome::isOk);
        practice.turnOff(() -> told.add(Outcome.ok(null)));
        assertThat(practice.entry()).isEmpty();
        ui.runNext();
        assertThat(stopped.getCount()).as("told once it is gone").isZero();
        assertThat(told).hasSize(3);
    }

    @Test
    void isOffAgainWhenItCannotStart() {
        PracticeSwitch practice =
                new PracticeSwitch(() -> Diagnosis.of(ServerCode.PORT_INVALID).failed(), background);
        practice.turnOn(told::add);
        ui.runNext();
        assertThat(practice.stateProperty().get()).isEqualTo(PracticeSwitch.State.OFF);
        assertThat(told).singleElement().matches(outcome -> !outcome.isOk());
    }

    private final class Running implements Practice.Running {
        @Override
        public ServerEntry entry() {
            return new ServerEntry(
                    new UUID(0, 1),
                    "Practice server",
                    ServerEntry.Kind.THINGSBOARD,
                    URI.create("http://localhost:1"),
                    "user",
                    Secret.of("password"),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
        }

        @Override
        public void trust(TokenSigning signing) {
            throw new AssertionError("nobody asked for that");
        }

        @Override
        public void close() {
            stopped.countDown();
        }
    }
}
