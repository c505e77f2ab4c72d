package dev.gangway.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.bench.causes.Certainty;
import dev.gangway.bench.causes.Conclusion;
import dev.gangway.bench.causes.Experiment;
import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.causes.Proof;
import dev.gangway.bench.causes.Reached;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.NetDetail.Ending;
import dev.gangway.bench.event.ProbeDetail;
import dev.gangway.bench.event.TlsDetail;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What may be called proven, and how causes are ranked, settled and excluded. */
class CertaintyTest {
    private static final int NEW_SESSION_TICKET = 4;

    @Test
    void nothingIsProvenWithoutTheKindOfFactThatProvesIt() {
        Diagnosis cause = Diagnosis.of(MqttCode.REFUSED).build();
        assertThatThrownBy(() -> new Hypothesis(cause, Certainty.PROVEN, Optional.empty(), List.of(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Hypothesis(
                        cause, Certainty.LIKELY, Optional.of(Proof.SERVER_SAID), List.of(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHangUpOnConnectIsOnlyPossiblyThisOrThat() {
        Conclusion conclusion = closedOnConnect().judged().conclusion();
        assertThat(conclusion.candidates()).extracting(Hypothesis::certainty).containsOnly(Certainty.POSSIBLE);
        assertThat(conclusion.open())
                .containsExactly(
                        Experiment.WITH_MQTT_3_1_1, Experiment.WITH_PROXY_HEADER, Experiment.WITH_OTHER_CLIENT_ID);
        assertThat(conclusion.established()).extracting(Evidence::key).contains("bench.established-closed");
    }

    @Test
    void anExperimentThatWentOtherwiseAsksForTheSameAgain() {
        Conclusion conclusion = closedOnConnect()
                .add(Layer.LOCAL, Direction.NONE, "Experiment", made(Experiment.WITH_MQTT_3_1_1, Reached.ACCEPTED))
                .judged()
                .conclusion();
        assertThat(conclusion.certainty()).contains(Certainty.LIKELY);
        assertThat(conclusion.open()).startsWith(Experiment.SAME_AGAIN);
    }

    @Test
    void aServerThatAnswersNowLikeThisNowLikeThatProvesThatAlone() {
        Conclusion conclusion = closedOnConnect()
                .add(Layer.LOCAL, Direction.NONE, "Experiment", made(Experiment.WITH_MQTT_3_1_1, Reached.ACCEPTED))
                .add(Layer.LOCAL, Direction.NONE, "Experiment", made(Experiment.SAME_AGAIN, Reached.ACCEPTED))
                .judged()
                .conclusion();
        assertThat(conclusion.candidates())
                .singleElement()
                .extracting(Hypothesis::code)
                .isEqualTo("net.answers-differently");
    }

    @Test
    void anExperimentThatWentOtherwiseProvesWhereTheSameAgainDoesNot() {
        Conclusion conclusion = closedOnConnect()
                .add(Layer.LOCAL, Direction.NONE, "Experiment", made(Experiment.WITH_MQTT_3_1_1, Reached.ACCEPTED))
                .add(Layer.LOCAL, Direction.NONE, "Experiment", made(Experiment.SAME_AGAIN, Reached.HUNG_UP))
                .judged()
                .conclusion();
        assertThat(conclusion.candidates()).singleElement().satisfies(one -> {
            assertThat(one.code()).isEqualTo("mqtt.version-refused");
            assertThat(one.proof()).contains(Proof.EXPERIMENT);
        });
    }

    @Test
    void anExperimentThatWentTheSameExcludes() {
        Conclusion conclusion = closedOnConnect()
                .add(Layer.LOCAL, Direction.NONE, "Experiment", made(Experiment.WITH_MQTT_3_1_1, Reached.HUNG_UP))
                .judged()
                .conclusion();
        assertThat(conclusion.candidates()).extracting(Hypothesis::code).doesNotContain("mqtt.version-refused");
        assertThat(conclusion.excluded()).anyMatch(out -> out.code().equals("mqtt.version-refused"));
    }

    @Test
    void anExperimentThatGotNoConnectionSettlesNothing() {
        Conclusion conclusion = closedOnConnect()
                .add(Layer.LOCAL, Direction.NONE, "Experiment", made(Experiment.WITH_MQTT_3_1_1, Reached.NOT_CONNECTED))
                .judged()
                .conclusion();
        assertThat(conclusion.candidates()).extracting(Hypothesis::code).contains("mqtt.version-refused");
        assertThat(conclusion.excluded()).noneMatch(out -> out.code().equals("mqtt.version-refused"));
    }

    @Test
    void aSessionTicketShowsThatTheCertificateWasAccepted() {
        Conclusion conclusion = Story.tls()
                .noLogin()
                .identity(Fixtures.DEVICE)
                .connected()
                .hello()
                .serverHello("TLS 1.3")
                .serverChain(List.of(Fixtures.SERVER.leaf()))
                .requested()
                .sent(Fixtures.DEVICE.chain())
                .complete()
                .add(Layer.TLS, Direction.IN, "NewSessionTicket", new TlsDetail.Handshake(NEW_SESSION_TICKET))
                .connect()
                .closed(Ending.EOF)
                .judged()
                .conclusion();
        assertThat(conclusion.established())
                .extracting(Evidence::key)
                .contains("bench.established-certificate-accepted");
        assertThat(conclusion.first().orElseThrow().code()).isEqualTo("mqtt.policy-refused");
        assertThat(conclusion.certainty()).contains(Certainty.LIKELY);
        assertThat(conclusion.excluded()).anyMatch(out -> out.code().equals("cert.refused-silently"));
    }

    private static Story closedOnConnect() {
        return Story.plain().connected().connect().closed(Ending.EOF);
    }

    private static ProbeDetail.Experimented made(Experiment experiment, Reached reached) {
        return new ProbeDetail.Experimented(experiment, reached, 0);
    }
}
