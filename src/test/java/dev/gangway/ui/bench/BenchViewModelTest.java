package dev.gangway.ui.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Background;
import dev.gangway.background.Cancellation;
import dev.gangway.bench.causes.Experiment;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.NetDetail;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.Verdict;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.ServerState;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.diagnosis.Remedy;
import dev.gangway.inventory.OnboardingCode;
import dev.gangway.testing.TestChoices.Way;
import dev.gangway.ui.kit.TestSubject;
import dev.gangway.ui.kit.Unexpected;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BenchViewModelTest {
    private static final Device DEVICE = new Device(
            UUID.randomUUID(),
            "pump-0417",
            Optional.empty(),
            "pump",
            "",
            new Credential.None(),
            ServerState.none(),
            Instant.EPOCH);
    private static final Event RESOLVED =
            Plans.event(0, Direction.NONE, "Resolve", new NetDetail.Resolved(List.of("192.0.2.1")));

    private final BlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    private final Bench work = new Bench();
    private final BenchViewModel bench = new BenchViewModel(work, new Background(ui::add, Unexpected::explain));

    @Test
    void aFixThatChangesThePlanIsCarriedOutAndTheTestRunAgain() throws InterruptedException {
        bench.test(DEVICE);
        until(() -> bench.state().get() instanceof BenchState.Finished);
        assertThat(finished().passed()).isFalse();

        bench.remedies().fix(Plans.remedy(Action.USE_PORT, "port", "1884"));
        until(() -> bench.state().get() instanceof BenchState.Finished(Run run) && run.passed());

        assertThat(finished().plan().endpoint()).isEqualTo(Endpoint.of("broker.example", 1884, false));
        assertThat(bench.plan().get()).contains(finished().plan());
    }

    @Test
    void aFixOnTheServerIsCarriedOutBeforeTheTestRunsAgain() throws InterruptedException {
        bench.test(DEVICE);
        until(() -> bench.state().get() instanceof BenchState.Finished);

        bench.remedies().fix(Plans.remedy(Action.PUSH_CREDENTIAL));
        until(() -> bench.state().get() instanceof BenchState.Finished(Run run) && run.passed());

        assertThat(work.repaired).isEqualTo(Action.PUSH_CREDENTIAL);
    }

    @Test
    void liveEventsAppearBeforeTheVerdict() throws InterruptedException {
        work.hold = new CountDownLatch(1);
        bench.test(DEVICE);
        until(() -> bench.timeline().count() == 1);
        assertThat(bench.state().get()).isInstanceOf(BenchState.Running.class);

        work.hold.countDown();
        until(() -> bench.state().get() instanceof BenchState.Finished);
        assertThat(bench.timeline().count()).isEqualTo(1);
    }

    @Test
    void cancelEndsTheTestWithItsOwnVerdict() throws InterruptedException {
        work.hold = new CountDownLatch(1);
        bench.test(DEVICE);
        until(() -> bench.timeline().count() == 1);

        bench.cancel();
        until(() -> bench.state().get() instanceof BenchState.Finished);
        assertThat(finished().verdict()).isInstanceOf(Verdict.Cancelled.class);
    }

    @Test
    void aTestThatIsReplacedByAnotherDeviceIsNotHeardOfAnyMore() throws InterruptedException {
        work.hold = new CountDownLatch(1);
        bench.test(DEVICE);
        until(() -> bench.timeline().count() == 1);

        bench.show(new TestSubject.AdHoc("other.example"), Plans.TLS);
        work.hold.countDown();
        assertThat(ui.poll(1, TimeUnit.SECONDS)).satisfies(late -> {
            if (late != null) {
                late.run();
            }
        });
        assertThat(bench.state().get()).isInstanceOf(BenchState.Ready.class);
        assertThat(bench.timeline().count()).isZero();
    }

    @Test
    void aPlanThatCannotBeMadeIsExplained() throws InterruptedException {
        work.plan = Diagnosis.of(OnboardingCode.DEVICE_HAS_NO_SERVER).failed();
        bench.test(DEVICE);
        until(() -> bench.state().get() instanceof BenchState.Blocked);
        assertThat(bench.isBusy()).isFalse();
    }

    @Test
    void choicesChangeThePlanAndCanBeTakenBack() throws InterruptedException {
        bench.show(DEVICE);
        until(() -> bench.state().get() instanceof BenchState.Ready);
        bench.change(plan -> PlanChoices.publishing(plan, Plans.PLAIN, false));
        assertThat(bench.plan().get().orElseThrow().publication()).isEmpty();

        bench.reset();
        until(() -> bench.plan().get().equals(Optional.of(Plans.PLAIN)));
    }

    private Run finished() {
        return ((BenchState.Finished) bench.state().get()).run();
    }

    private void until(BooleanSupplier holds) throws InterruptedException {
        while (!holds.getAsBoolean()) {
            Runnable next = ui.poll(30, TimeUnit.SECONDS);
            assertThat(next).as("work for the UI thread").isNotNull();
            next.run();
        }
    }

    /** A server that listens on port 1884 alone, or accepts whatever was repaired. */
    private static final class Bench implements BenchWork {
        private volatile Outcome<Plan> plan = Outcome.ok(Plans.PLAIN);
        private volatile CountDownLatch hold = new CountDownLatch(0);
        private volatile Action repaired = Action.NONE;

        @Override
        public Outcome<Plan> plan(Device device, Way way, Cancellation cancellation) {
            return plan;
        }

        @Override
        public Run run(TestSubject subject, Plan how, Consumer<Event> live, Cancellation cancellation) {
            live.accept(RESOLVED);
            try (Cancellation.Registration _ = cancellation.onCancel(hold::countDown)) {
                hold.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            boolean good = how.endpoint().port() == 1884 || repaired != Action.NONE;
            Verdict bad = cancellation.isCancelled()
                    ? new Verdict.Cancelled()
                    : new Verdict.Failed(
                            Diagnosis.of(OnboardingCode.NO_LISTENER).build());
            return new Run(
                    how,
                    Instant.EPOCH,
                    Duration.ofMillis(1),
                    List.of(RESOLVED),
                    good ? new Verdict.Passed() : bad,
                    List.of(),
                    Optional.empty());
        }

        @Override
        public Run findOut(Run refused, Experiment experiment, Consumer<Event> live, Cancellation cancellation) {
            return refused;
        }

        @Override
        public Run alsoStockJava(Run finished, Cancellation cancellation) {
            return finished;
        }

        @Override
        public Outcome<Device> repair(Device device, Remedy remedy, Cancellation cancellation) {
            repaired = remedy.action();
            return Outcome.ok(device);
        }

        @Override
        public List<X509Certificate> knownCertificates() {
            return List.of();
        }
    }
}
