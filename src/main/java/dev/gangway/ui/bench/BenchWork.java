package dev.gangway.ui.bench;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.causes.Experiment;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.diagnosis.Remedy;
import dev.gangway.testing.TestChoices.Way;
import dev.gangway.ui.kit.TestSubject;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Consumer;

/** What the test bench asks of the program. Every method blocks; called off the UI thread. */
public interface BenchWork {
    /** How this device connects to its server this way, as it is stored now. */
    Outcome<Plan> plan(Device device, Way way, Cancellation cancellation);

    /**
     * Runs a test and keeps its result with the device, where there is one.
     *
     * @param live receives each event as it happens, on another thread
     */
    Run run(TestSubject subject, Plan plan, Consumer<Event> live, Cancellation cancellation);

    /** Makes the further connection that settles what a refusal left open; {@code live} as above. */
    Run findOut(Run refused, Experiment experiment, Consumer<Event> live, Cancellation cancellation);

    /** Has a stock Java client try what a finished test tried; the run as it was where that is cancelled. */
    Run alsoStockJava(Run finished, Cancellation cancellation);

    /** Carries out a remedy that changes the device or its server; returns the device as it is then. */
    Outcome<Device> repair(Device device, Remedy remedy, Cancellation cancellation);

    /** Certificates in which a missing intermediate may be found. */
    List<X509Certificate> knownCertificates();
}
