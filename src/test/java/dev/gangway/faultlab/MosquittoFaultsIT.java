package dev.gangway.faultlab;

import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Authentication;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Identity;
import dev.gangway.secret.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong with a broker that checks certificates during TLS and passwords in CONNECT. */
@Tag("mosquitto")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MosquittoFaultsIT {
    private final Lab lab = new Lab("Mosquitto");
    private final Devices devices = new Devices();
    private MosquittoServer server;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = MosquittoServer.start(folder, devices);
    }

    @AfterAll
    void finish() {
        server.close();
        lab.finish();
    }

    @TestFactory
    Stream<DynamicTest> passwords() {
        return Stream.of(
                lab.nearMiss(
                        "right password",
                        "mqtt.login-refused mqtt.token-has-space mqtt.token-unknown mqtt.anonymous-refused"
                                + " mqtt.bad-method",
                        Lab.PASS,
                        this::signedIn),
                lab.nearMiss(
                        "nobody, where everybody is let in",
                        "mqtt.anonymous-refused",
                        Lab.PASS,
                        () -> Lab.tls(server.tls, devices.root.leaf(), "t").withMqtt(Lab.nobody())),
                lab.nearMiss(
                        "password without user over MQTT 5",
                        "mqtt.password-without-user",
                        "mqtt.token-in-password",
                        () -> plain(Lab.login(Optional.empty(), Optional.of("p")))),
                lab.nearMiss(
                        "no client id, and a clean start",
                        "mqtt.client-id-empty",
                        Lab.PASS,
                        () -> old(Lab.tls(server.tls, devices.root.leaf(), "t")
                                .withMqtt(options("", true, Optional.empty())))),
                lab.fault("wrong password", "mqtt.login-refused", () -> login("wrong-password")),
                lab.fault("wrong password over MQTT 3.1.1", "mqtt.login-refused", () -> old(login("wrong-password"))),
                lab.fault(
                        "password with a line break",
                        "mqtt.token-has-space",
                        () -> login(MosquittoServer.PASSWORD + "\n")),
                lab.fault("user name alone", "mqtt.token-unknown", () -> plain(Lab.token(MosquittoServer.USER))),
                lab.fault("nobody", "mqtt.anonymous-refused", () -> plain(Lab.nobody())),
                lab.fault("nobody over MQTT 3.1.1", "mqtt.anonymous-refused", () -> old(plain(Lab.nobody()))),
                lab.fault(
                        "password without user over MQTT 3.1.1",
                        "mqtt.password-without-user",
                        () -> old(plain(Lab.login(Optional.empty(), Optional.of("p"))))),
                lab.fault("unknown way of signing in", "mqtt.bad-method", () -> plain(scram())),
                lab.fault(
                        "no client id for a session to keep",
                        "mqtt.client-id-empty",
                        () -> old(plain(withoutClientId()))));
    }

    @TestFactory
    Stream<DynamicTest> sessions() {
        return Stream.of(
                lab.nearMiss(
                        "allowed topic",
                        "session.not-allowed",
                        Lab.PASS,
                        () -> signedIn().publishing(message("allowed/a", 1))),
                lab.nearMiss(
                        "allowed topic with QoS 2",
                        "session.not-allowed session.qos-not-supported",
                        Lab.PASS,
                        () -> signedIn().publishing(message("allowed/a", 2))),
                lab.fault(
                        "forbidden topic",
                        "session.not-allowed",
                        () -> signedIn().publishing(message("forbidden/a", 1))),
                // Mosquitto 2.0 hangs up without a DISCONNECT here, in MQTT 5 too.
                lab.fault(
                        "taken over by the same client id",
                        "session.lost",
                        () -> signedIn()
                                .publishing(message("allowed/a", 1))
                                .readingBack((publication, deadline, cancellation) -> {
                                    Lab.run(signedIn());
                                    return Lab.notShown();
                                })),
                lab.nearMiss(
                        "taken over after everything had worked",
                        "session.lost",
                        Lab.PASS,
                        () -> signedIn()
                                .publishing(message("allowed/a", 1))
                                .readingBack((publication, deadline, cancellation) -> {
                                    Lab.run(signedIn());
                                    return Outcome.ok(Optional.of("shown"));
                                })));
    }

    @TestFactory
    Stream<DynamicTest> wrongProtocol() {
        return Stream.of(
                lab.fault(
                        "plain MQTT to the TLS port",
                        "port.needs-tls",
                        () -> plain(Lab.nobody()).at(Endpoint.of("localhost", server.tls, false))),
                lab.fault(
                        "TLS to the plain port", "port.no-tls", () -> Lab.tls(server.plain, devices.root.leaf(), "t")),
                lab.nearMiss(
                        "TLS to the TLS port",
                        "port.needs-tls port.no-tls tls.server-untrusted",
                        Lab.PASS,
                        () -> Lab.tls(server.tls, devices.root.leaf(), "t")),
                lab.fault(
                        "another authority chosen",
                        "tls.server-untrusted",
                        () -> Lab.tls(server.tls, devices.strange.chain().getLast(), "t")));
    }

    @TestFactory
    Stream<DynamicTest> certificates() {
        return Stream.of(
                        Stream.of(
                                lab.nearMiss(
                                        "full chain",
                                        "cert.required cert.intermediate-missing cert.key-mismatch cert.wrong-order"
                                                + " cert.revoked",
                                        Lab.PASS,
                                        () -> with(devices.good)),
                                lab.nearMiss(
                                        "full chain, TLS 1.2",
                                        "cert.required cert.refused-silently",
                                        Lab.PASS,
                                        () -> twelve(with(devices.good)))),
                        both(
                                "no certificate",
                                "cert.required",
                                () -> Lab.tls(server.mutualTls, devices.root.leaf(), "t")),
                        both("self-signed", "cert.self-signed-refused", () -> with(devices.selfSigned)),
                        // Mosquitto lists no authorities, so a missing link and an unknown root look the same
                        both(
                                "intermediate not sent, which cannot be told from an unknown root",
                                "cert.issuer-unknown",
                                () -> with(devices.good.leafOnly())),
                        both("expired", "cert.expired", () -> with(devices.expired)),
                        both("revoked", "cert.revoked", () -> with(devices.direct)),
                        both("key of another pair", "cert.key-mismatch", () -> with(devices.wrongKey)),
                        both("wrong order", "cert.wrong-order", () -> with(devices.reversed)))
                .flatMap(one -> one);
    }

    private Stream<DynamicTest> both(String name, String expected, Supplier<Plan> plan) {
        return Stream.of(
                lab.fault(name + ", TLS 1.3", expected, plan),
                lab.fault(name + ", TLS 1.2", expected, () -> twelve(plan.get())));
    }

    private Plan with(Identity identity) {
        return Lab.tls(server.mutualTls, devices.root.leaf(), identity);
    }

    private Plan signedIn() {
        return login(MosquittoServer.PASSWORD);
    }

    private Plan login(String password) {
        return plain(Lab.login(MosquittoServer.USER, password));
    }

    private Plan plain(MqttOptions mqtt) {
        return Lab.plain(server.plain, "t").withMqtt(mqtt);
    }

    private static Publication message(String topic, int qos) {
        return new Publication(topic, new byte[] {'1'}, qos);
    }

    private static Plan old(Plan plan) {
        return plan.withMqtt(plan.mqtt().withVersion(Version.V3_1_1));
    }

    private static Plan twelve(Plan plan) {
        return plan.withTls(plan.tls().withVersions(List.of(TlsOptions.Version.TLS_1_2)));
    }

    private static MqttOptions scram() {
        return options("fault-lab", true, Optional.of(new Authentication("SCRAM-SHA-256", "u", Secret.of("s"))));
    }

    private static MqttOptions withoutClientId() {
        return options("", false, Optional.empty());
    }

    private static MqttOptions options(String clientId, boolean cleanStart, Optional<Authentication> authentication) {
        return MqttOptions.of(Version.V5, clientId, Optional.empty(), Optional.empty())
                .withSession(session -> session.withCleanStart(cleanStart))
                .withAuthentication(authentication);
    }
}
