package dev.gangway.faultlab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.engine.Bench;
import dev.gangway.bench.kinds.Kinds;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.TlsOptions;
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
import org.opentest4j.TestAbortedException;

/** Runs real tests against real servers and writes down what the bench made of them. */
public final class Lab {
    /** What a run that works comes to. */
    public static final String PASS = "pass";

    /** Only what never answers may use it up, and those trials shorten it. */
    private static final Duration PATIENT = Duration.ofSeconds(30);

    private static final Bench BENCH = new Bench(Kinds.judge());

    private final Report report;

    /** Results go into this section of the report. */
    public Lab(String section) {
        report = new Report(section);
    }

    /** A fault that the bench has to name by this code. */
    public DynamicTest fault(String name, String expected, Supplier<Plan> plan) {
        return fault(name, "", expected, plan);
    }

    /**
     * The same, where one thing alone tells it from other faults.
     *
     * @param near codes that it must not be taken for, with spaces in between
     */
    public DynamicTest fault(String name, String near, String expected, Supplier<Plan> plan) {
        return trial(Row.FAULT, name, near, expected, () -> Sighting.of(run(plan.get())));
    }

    /** A fault that shows otherwise than in one run. */
    public DynamicTest fault(String name, String near, String expected, Trial trial) {
        return trial(Row.FAULT, name, near, expected, trial);
    }

    /**
     * Something close to a fault that must not be taken for it.
     *
     * @param near codes that it comes close to, with spaces in between
     * @param expected {@link #PASS}, or the code that has to come out instead
     */
    public DynamicTest nearMiss(String name, String near, String expected, Supplier<Plan> plan) {
        return nearMiss(name, near, expected, () -> Sighting.of(run(plan.get())));
    }

    /** A near miss that shows otherwise than in one run. */
    public DynamicTest nearMiss(String name, String near, String expected, Trial trial) {
        return trial(Row.NEAR_MISS, name, near, expected, trial);
    }

    private DynamicTest trial(String kind, String name, String near, String expected, Trial trial) {
        List<String> codes = near.isEmpty() ? List.of() : List.of(near.split(" "));
        return DynamicTest.dynamicTest(name, () -> {
            Sighting sighting;
            try {
                sighting = trial.make();
            } catch (TestAbortedException e) {
                report.skipped();
                throw e;
            }
            report.add(new Row(name, kind, codes, expected, sighting.code()));
            assertThat(sighting.code())
                    .as(() -> name + "\n" + sighting.shown().get())
                    .isEqualTo(expected);
        });
    }

    /** Prints the table, and compares it with the page, or writes it there where that was asked for. */
    public void finish() {
        report.finish();
    }

    /** Runs one test. */
    public static Run run(Plan plan) {
        return BENCH.run(plan, event -> {}, new Cancellation());
    }

    /** The code of the diagnosis, or that it passed. */
    public static String code(Run run) {
        return Sighting.of(run).code();
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
