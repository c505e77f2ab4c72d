package dev.gangway.ui.bench;

import static dev.gangway.ui.bench.Plans.PLAIN;
import static dev.gangway.ui.bench.Plans.TLS;
import static dev.gangway.ui.bench.Plans.remedy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.TlsDetail;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.diagnosis.Action;
import dev.gangway.diagnosis.Remedy;
import dev.gangway.pki.Fingerprints;
import dev.gangway.secret.Secret;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanFixesTest {
    private final PlanFixes fixes = new PlanFixes(List.of());

    @Test
    void anotherPortKeepsHostAndTransport() {
        assertThat(changed(PLAIN, remedy(Action.USE_PORT, "port", "1884")).endpoint())
                .isEqualTo(Endpoint.of("broker.example", 1884, false));
    }

    @Test
    void aPortThatIsNoneIsNotCarriedOut() {
        for (String port : List.of("", "0", "65536", "123456", "mqtt", "-1")) {
            assertThat(fix(PLAIN, remedy(Action.USE_PORT, "port", port)))
                    .as(port)
                    .isInstanceOf(Fix.NotHere.class);
        }
        assertThat(fix(PLAIN, remedy(Action.USE_PORT))).isInstanceOf(Fix.NotHere.class);
    }

    @Test
    void anotherHostKeepsThePortAndNeedsNoQuestionWithoutASecret() {
        Plan open = TLS.withMqtt(TLS.mqtt().withLogin(Optional.empty(), Optional.empty()));
        assertThat(changed(open, remedy(Action.USE_HOST, "host", "other.example"))
                        .endpoint())
                .isEqualTo(Endpoint.of("other.example", 8883, true));
    }

    @Test
    void aCredentialGoesToAnotherHostOnlyAfterAQuestion() {
        Endpoint elsewhere = Endpoint.of("other.example", 8884, true);

        Fix fix = fix(TLS, remedy(Action.USE_HOST, "host", "other.example", "port", "8884"));

        assertThat(fix).isEqualTo(new Fix.Confirm(new Question.SendTo(elsewhere), TLS.at(elsewhere)));
    }

    @Test
    void aCredentialIsSentReadableOnlyAfterAQuestion() {
        Endpoint plain = Endpoint.of("broker.example", 1883, false);

        Fix fix = fix(TLS, remedy(Action.TURN_TLS_OFF, "port", "1883"));

        assertThat(fix).isEqualTo(new Fix.Confirm(new Question.SendReadable(plain), TLS.at(plain)));
    }

    @Test
    void theHostInsideOfAPastedAddressNeedsNoQuestion() {
        Plan pasted = PLAIN.at(Endpoint.of("mqtt://broker.example:1883/x", 1883, false));

        assertThat(changed(pasted, remedy(Action.USE_HOST, "host", "broker.example"))
                        .endpoint()
                        .host())
                .isEqualTo("broker.example");
    }

    @Test
    void tlsIsTurnedOnAtTheSamePortUnlessTheRemedyNamesAnother() {
        assertThat(changed(PLAIN, remedy(Action.TURN_TLS_ON)).endpoint())
                .isEqualTo(Endpoint.of("broker.example", 1883, true));
        assertThat(changed(PLAIN, remedy(Action.TURN_TLS_ON, "port", "8883")).endpoint())
                .isEqualTo(Endpoint.of("broker.example", 8883, true));
    }

    @Test
    void tlsIsTurnedOffUnderWebSocketAsWell() {
        Plan open = TLS.withMqtt(TLS.mqtt().withLogin(Optional.empty(), Optional.empty()));
        Plan wss = open.at(new Endpoint("broker.example", 443, Endpoint.Transport.WSS, "/mqtt"));
        assertThat(changed(wss, remedy(Action.TURN_TLS_OFF)).endpoint())
                .isEqualTo(new Endpoint("broker.example", 443, Endpoint.Transport.WS, "/mqtt"));
    }

    @Test
    void theTokenMovesToThePasswordAndBack() {
        MqttOptions inPassword =
                changed(PLAIN, remedy(Action.SWITCH_TOKEN_FIELD)).mqtt();
        assertThat(inPassword.userName()).contains("pump-0417");
        assertThat(inPassword.password()).contains(Secret.of("token-of-pump-0417"));

        MqttOptions back = changed(PLAIN.withMqtt(inPassword), remedy(Action.SWITCH_TOKEN_FIELD))
                .mqtt();
        assertThat(back.userName()).contains("token-of-pump-0417");
        assertThat(back.password()).isEmpty();
    }

    @Test
    void versionsAreReadAsPeopleAndProgramsWriteThem() {
        assertThat(changed(PLAIN, remedy(Action.USE_MQTT_VERSION, "version", "3.1.1"))
                        .mqtt()
                        .version())
                .isEqualTo(MqttOptions.Version.V3_1_1);
        assertThat(changed(TLS, remedy(Action.USE_TLS_VERSION, "version", "TLS_1_2"))
                        .tls()
                        .offer()
                        .versions())
                .containsExactly(TlsOptions.Version.TLS_1_2);
        assertThat(fix(TLS, remedy(Action.USE_TLS_VERSION, "version", "1.0"))).isInstanceOf(Fix.NotHere.class);
    }

    @Test
    void theCertificateIsAlwaysSentOrLeftOut() {
        Plan stock = TLS.withTls(TLS.tls().withPresentation(TlsOptions.Presentation.STOCK_JAVA));
        assertThat(changed(stock, remedy(Action.ALWAYS_SEND_CERTIFICATE)).tls().presentation())
                .isEqualTo(TlsOptions.Presentation.ALWAYS);
        assertThat(changed(stock, remedy(Action.DROP_CERTIFICATE)).tls().identity())
                .isEmpty();
    }

    @Test
    void anotherClientId() {
        assertThat(changed(PLAIN, remedy(Action.USE_CLIENT_ID, "clientId", "other"))
                        .mqtt()
                        .clientId())
                .isEqualTo("other");
    }

    @Test
    void tryingAgainChangesNothing() {
        assertThat(changed(PLAIN, remedy(Action.RETRY))).isSameAs(PLAIN);
    }

    @Test
    void aCertificateThatIsNotThereCannotBeSent() {
        assertThat(fix(TLS, remedy(Action.SEND_FULL_CHAIN))).isInstanceOf(Fix.NotHere.class);
        assertThat(fix(TLS, remedy(Action.TAKE_LEAF))).isInstanceOf(Fix.NotHere.class);
        assertThat(fix(TLS, remedy(Action.TRUST_AUTHORITY, "sha256", "00"))).isInstanceOf(Fix.NotHere.class);
    }

    @Test
    void theChainIsCompletedFromWhatIsKnownWithoutTheRoot() {
        Pki pki = new Pki();
        Plan leafAlone = TLS.withTls(TLS.tls().withIdentity(pki.device(pki.leaf)));
        PlanFixes knowing = new PlanFixes(List.of(pki.root, pki.intermediate));

        Fix fix = knowing.of(Plans.failed(leafAlone), remedy(Action.SEND_FULL_CHAIN));

        assertThat(chain(((Fix.Changed) fix).plan())).containsExactly(pki.leaf, pki.intermediate);
    }

    @Test
    void aChainInTheWrongOrderIsPutRightOrCutToItsLeaf() {
        Pki pki = new Pki();
        Plan reversed = TLS.withTls(TLS.tls().withIdentity(pki.device(pki.root, pki.intermediate, pki.leaf)));

        assertThat(chain(changed(reversed, remedy(Action.REORDER_CHAIN))))
                .containsExactly(pki.leaf, pki.intermediate, pki.root);
        assertThat(chain(changed(reversed, remedy(Action.TAKE_LEAF)))).containsExactly(pki.leaf);
    }

    @Test
    void anAuthorityIsTrustedOnlyAfterItsFingerprintWasConfirmed() {
        Pki pki = new Pki();
        Event shown =
                Plans.event(0, Direction.IN, "Certificate", new TlsDetail.Certificates(List.of(pki.leaf, pki.root)));
        String fingerprint = Fingerprints.sha256(pki.root);

        Fix fix = fixes.of(Plans.failed(TLS, shown), remedy(Action.TRUST_AUTHORITY, "sha256", fingerprint));

        assertThat(fix).isInstanceOfSatisfying(Fix.Confirm.class, asked -> {
            assertThat(asked.question()).isEqualTo(new Question.Trust(pki.root));
            assertThat(asked.plan().tls().trust().anchors()).containsExactly(pki.root);
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Action.class,
            names = {"PUSH_CREDENTIAL", "REISSUE"})
    void whatTheServerHoldsIsChangedThere(Action action) {
        assertThat(fix(TLS, remedy(action))).isInstanceOf(Fix.OnServer.class);
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void everyActionHasAnAnswer(Action action) {
        assertThat(Optional.of(fix(TLS, remedy(action)))).isPresent();
    }

    private static List<X509Certificate> chain(Plan plan) {
        return plan.tls().identity().orElseThrow().chain();
    }

    private Fix fix(Plan plan, Remedy remedy) {
        return fixes.of(Plans.failed(plan), remedy);
    }

    private Plan changed(Plan plan, Remedy remedy) {
        Fix fix = fix(plan, remedy);
        assertThat(fix).isInstanceOf(Fix.Changed.class);
        return ((Fix.Changed) fix).plan();
    }
}
