package dev.gangway.faultlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.Bench;
import dev.gangway.bench.Endpoint;
import dev.gangway.bench.Judge.Judgement;
import dev.gangway.bench.MqttOptions;
import dev.gangway.bench.MqttOptions.Version;
import dev.gangway.bench.Plan;
import dev.gangway.bench.Publication;
import dev.gangway.bench.Run;
import dev.gangway.bench.TlsOptions;
import dev.gangway.bench.Verdict;
import dev.gangway.bench.rules.RuleBook;
import dev.gangway.bench.rules.Spoken;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Identity;
import dev.gangway.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.DynamicTest;

/** Runs real tests against real servers and writes down what the bench made of them. */
public final class Lab {
    /** What a run that works comes to. */
    public static final String PASS = "pass";

    /** Only what never answers may use it up, and those trials shorten it. */
    private static final Duration PATIENT = Duration.ofSeconds(30);

    private static final Bench BENCH = new Bench(new RuleBook());

    private final Report report;

    /** Results go into this section of the report. */
    public Lab(String section) {
        report = new Report(section);
    }

    /** A fault that the bench has to name by this code. */
    public DynamicTest fault(String name, String expected, Supplier<Plan> plan) {
        return trial(Report.FAULT, name, expected, plan);
    }

    /** Something close to a fault that must not be taken for it. */
    public DynamicTest nearMiss(String name, String expected, Supplier<Plan> plan) {
        return trial(Report.NEAR_MISS, name, expected, plan);
    }

    private DynamicTest trial(String kind, String name, String expected, Supplier<Plan> plan) {
        return DynamicTest.dynamicTest(name, () -> {
            Run run = run(plan.get());
            String seen = code(run);
            report.add(kind, name, expected, seen);
            assertThat(seen).as(() -> name + "\n" + Timelines.show(run)).isEqualTo(expected);
            Spoken.checked(
                    new Judgement(run.verdict(), run.checks()), run.events().size());
        });
    }

    /** Prints the table, and writes it where that was asked for. */
    public void finish() {
        report.finish();
    }

    /** Runs one test. */
    public static Run run(Plan plan) {
        return BENCH.run(plan, event -> {}, new Cancellation());
    }

    /** The code of the diagnosis, or that it passed. */
    public static String code(Run run) {
        return switch (run.verdict()) {
            case Verdict.Passed() -> PASS;
            case Verdict.Failed(Diagnosis diagnosis) -> diagnosis.code();
            case Verdict.Cancelled() -> "cancelled";
        };
    }

    // ---- plans

    /** Plain MQTT 5 with a token. */
    public static Plan plain(int port, String token) {
        return Plan.connect(Endpoint.of("localhost", port, false), TlsOptions.trusting(List.of()), token(token))
                .within(PATIENT);
    }

    /** MQTT 5 over TLS with a token. */
    public static Plan tls(int port, X509Certificate anchor, String token) {
        return Plan.connect(Endpoint.of("localhost", port, true), TlsOptions.trusting(List.of(anchor)), token(token))
                .within(PATIENT);
    }

    /** MQTT 5 over TLS with a certificate and nothing else. */
    public static Plan tls(int port, X509Certificate anchor, Identity identity) {
        return Plan.connect(
                        Endpoint.of("localhost", port, true),
                        TlsOptions.trusting(List.of(anchor)).withIdentity(identity),
                        nobody())
                .within(PATIENT);
    }

    /** A token as user name. */
    public static MqttOptions token(String token) {
        return login(Optional.of(token), Optional.empty());
    }

    /** Neither user name nor password. */
    public static MqttOptions nobody() {
        return login(Optional.empty(), Optional.empty());
    }

    /** User name and password. */
    public static MqttOptions login(String user, String password) {
        return login(Optional.of(user), Optional.of(password));
    }

    /** Any combination of the two. */
    public static MqttOptions login(Optional<String> user, Optional<String> password) {
        return MqttOptions.of(Version.V5, "fault-lab", user, password.map(Secret::of));
    }

    /** What a server answers that does not show a message. */
    public static Outcome<Optional<String>> notShown() {
        return Outcome.ok(Optional.empty());
    }

    /** Telemetry as devices send it. */
    public static Publication telemetry(String json) {
        return new Publication("v1/devices/me/telemetry", json.getBytes(StandardCharsets.UTF_8), 1);
    }
}
