package dev.gangway.faultlab;

import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Authentication;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Plan;
import dev.gangway.secret.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Enhanced authentication: servers that do not keep to SCRAM, and what a second authentication may meet. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthenticationFaultsIT {
    private final Lab lab = new Lab("Enhanced authentication");
    private final List<HostileServer> servers = new ArrayList<>();

    @AfterAll
    void finish() {
        servers.forEach(HostileServer::close);
        lab.finish();
    }

    @TestFactory
    Stream<DynamicTest> theServersSide() {
        return Stream.of(
                lab.nearMiss(
                        "a server that keeps to it",
                        "mqtt.server-not-proven mqtt.challenge-not-fresh mqtt.challenge-unreadable mqtt.bad-method"
                                + " mqtt.challenged",
                        Lab.PASS,
                        () -> to(ScramBroker.honest())),
                lab.fault(
                        "a wrong password",
                        "mqtt.server-not-proven",
                        "mqtt.method-login-refused",
                        () -> to(ScramBroker.honest(), "not-the-password")),
                lab.nearMiss(
                        "the right password",
                        "mqtt.method-login-refused",
                        Lab.PASS,
                        () -> to(ScramBroker.honest(), ScramBroker.PASSWORD)),
                lab.nearMiss(
                        "no proof of the server, which is a warning",
                        "mqtt.server-not-proven",
                        Lab.PASS,
                        () -> to(ScramBroker.proving(_ -> ""))),
                lab.fault(
                        "a wrong proof of the server",
                        "mqtt.server-not-proven",
                        () -> to(ScramBroker.proving(_ -> "v=d3Jvbmc="))),
                lab.fault(
                        "a nonce that is not ours",
                        "mqtt.challenge-not-fresh",
                        () -> to(ScramBroker.challenging(said -> said.replaceFirst("r=.", "r=_")))),
                lab.fault(
                        "a billion iterations",
                        "mqtt.challenge-too-costly",
                        () -> to(ScramBroker.challenging(said -> said.replace("i=4096", "i=1000000000")))),
                lab.nearMiss(
                        "one iteration more than we compute",
                        "mqtt.challenge-unreadable",
                        "mqtt.challenge-too-costly",
                        () -> to(ScramBroker.challenging(said -> said.replace("i=4096", "i=1000001")))),
                lab.nearMiss(
                        "as many iterations as we compute",
                        "mqtt.challenge-too-costly",
                        Lab.PASS,
                        () -> to(ScramBroker.iterating(1_000_000)).within(Duration.ofMinutes(3))),
                lab.fault(
                        "one iteration fewer than RFC 7677 allows",
                        "mqtt.challenge-unreadable",
                        "mqtt.challenge-too-weak",
                        () -> to(ScramBroker.iterating(4_095))),
                lab.nearMiss(
                        "as few iterations as RFC 7677 allows",
                        "mqtt.challenge-too-weak",
                        Lab.PASS,
                        () -> to(ScramBroker.iterating(4_096))),
                lab.fault(
                        "a challenge without salt",
                        "mqtt.challenge-unreadable",
                        () -> to(ScramBroker.challenging(said -> said.replaceFirst("s=[^,]*", "s=")))));
    }

    @TestFactory
    Stream<DynamicTest> again() {
        return Stream.of(
                lab.nearMiss(
                        "authenticated again",
                        "session.reauthentication-refused session.reauthentication-unanswered",
                        Lab.PASS,
                        () -> again(ScramBroker.Again.ACCEPTED)),
                lab.fault(
                        "refused the second time",
                        "session.reauthentication-refused",
                        () -> again(ScramBroker.Again.REFUSED)),
                lab.fault(
                        "hung up the second time",
                        "session.reauthentication-refused",
                        () -> again(ScramBroker.Again.HUNG_UP)),
                lab.fault(
                        "not answered the second time",
                        "session.reauthentication-unanswered",
                        () -> again(ScramBroker.Again.UNANSWERED).within(Duration.ofSeconds(1))));
    }

    private Plan again(ScramBroker.Again what) {
        Plan plan = to(ScramBroker.whenAskedAgain(what));
        return plan.withMqtt(
                plan.mqtt().withAuthentication(plan.mqtt().authentication().map(Authentication::twice)));
    }

    private Plan to(ScramBroker broker) {
        return to(broker, ScramBroker.PASSWORD);
    }

    private Plan to(ScramBroker broker, String password) {
        HostileServer server = HostileServer.start(broker);
        servers.add(server);
        Authentication scram = new Authentication("SCRAM-SHA-256", ScramBroker.USER, Secret.of(password));
        return Lab.plain(server.port(), "unused")
                .withMqtt(MqttOptions.of(Version.V5, "", Optional.empty(), Optional.empty())
                        .withAuthentication(Optional.of(scram)))
                .publishing(Lab.telemetry("{\"t\":1}"));
    }
}
