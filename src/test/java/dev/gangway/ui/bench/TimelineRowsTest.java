package dev.gangway.ui.bench;

import static dev.gangway.ui.bench.Plans.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.NetDetail;
import dev.gangway.bench.event.Severity;
import dev.gangway.bench.model.Milestone;
import dev.gangway.bench.mqtt.packet.Connack;
import dev.gangway.bench.mqtt.packet.Properties;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.inventory.OnboardingCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimelineRowsTest {
    private static final Event RESOLVED =
            event(0, Direction.NONE, "Resolve", new NetDetail.Resolved(List.of("192.0.2.1")));
    private static final Event REFUSED = event(
            1, Direction.NONE, "TCP connect", new NetDetail.TcpFailed("192.0.2.1", 1883, NetDetail.TcpFault.REFUSED));
    private static final Event CONNACK = event(1, Direction.IN, "CONNACK", new Connack(0, false, Properties.NONE));

    private final TimelineRows timeline = new TimelineRows();

    @Test
    void whatWasNotReachedIsSaidWhenTheRunHasEnded() {
        timeline.start(Plans.PLAIN);
        timeline.add(List.of(RESOLVED, REFUSED));
        assertThat(milestones()).as("while it runs").isEmpty();
        timeline.finish(List.of(RESOLVED, REFUSED), false);

        assertThat(milestones())
                .containsExactly(Milestone.CONNECT, Milestone.CONNACK, Milestone.PUBLISH, Milestone.PUBACK);
        assertThat(timeline.rows().get(1)).isEqualTo(new TimelineRow.Seen(REFUSED, RESOLVED.atMicros(), Severity.BAD));
    }

    @Test
    void aSecurePlanGoesThroughTls() {
        timeline.start(Plans.TLS);
        timeline.finish(List.of(), false);
        assertThat(milestones())
                .containsSubsequence(
                        Milestone.CLIENT_HELLO,
                        Milestone.SERVER_HELLO,
                        Milestone.SERVER_CERTIFICATE,
                        Milestone.TLS_FINISHED,
                        Milestone.CONNECT);
    }

    @Test
    void whoeverGotFurtherReachedWhatLiesBefore() {
        timeline.start(Plans.PLAIN);
        timeline.finish(List.of(RESOLVED, CONNACK), false);
        assertThat(milestones()).containsExactly(Milestone.PUBLISH, Milestone.PUBACK);
    }

    @Test
    void aPassedRunMissesNothingAndShowsWhatWasNotReportedLive() {
        timeline.start(Plans.PLAIN);
        timeline.add(List.of(RESOLVED));
        timeline.finish(List.of(RESOLVED, CONNACK), true);

        assertThat(milestones()).isEmpty();
        assertThat(timeline.count()).isEqualTo(2);
        assertThat(timeline.bytes()).isEqualTo(20);
        assertThat(timeline.indexOf(1)).isEqualTo(1);
        assertThat(timeline.indexOf(7)).isEqualTo(-1);
    }

    @Test
    void aFailureLeadsToItsEvidenceElseToTheLastBadRowElseToTheLast() {
        timeline.start(Plans.PLAIN);
        timeline.finish(List.of(RESOLVED, REFUSED), false);
        Diagnosis plain = Diagnosis.of(OnboardingCode.NO_LISTENER).build();
        assertThat(timeline.indexOf(plain)).isEqualTo(1);
        Diagnosis shown = Diagnosis.of(OnboardingCode.NO_LISTENER)
                .evidence(new Evidence("seen", Map.of(), new Evidence.Place.InTimeline(0)))
                .build();
        assertThat(timeline.indexOf(shown)).isZero();
        timeline.start(Plans.PLAIN);
        timeline.finish(List.of(RESOLVED), false);
        assertThat(timeline.indexOf(plain)).isZero();
        timeline.clear();
        assertThat(timeline.indexOf(plain)).isEqualTo(-1);
    }

    private List<Milestone> milestones() {
        return timeline.rows().stream()
                .filter(TimelineRow.NotReached.class::isInstance)
                .map(row -> ((TimelineRow.NotReached) row).milestone())
                .toList();
    }
}
