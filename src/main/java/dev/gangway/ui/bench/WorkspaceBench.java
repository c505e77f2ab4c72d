package dev.gangway.ui.bench;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.Plan;
import dev.gangway.bench.Run;
import dev.gangway.bench.event.Event;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.diagnosis.Remedy;
import dev.gangway.onboarding.TestChoices;
import dev.gangway.onboarding.Workspace;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The test bench over an unlocked vault. */
public final class WorkspaceBench implements BenchWork {
    private final Workspace workspace;

    /** Creates one. */
    public WorkspaceBench(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Outcome<Plan> plan(Device device, Cancellation cancellation) {
        return workspace.tests().plan(device, TestChoices.standard(), cancellation);
    }

    @Override
    public Run run(Subject subject, Plan plan, Consumer<Event> live, Cancellation cancellation) {
        return switch (subject) {
            case Subject.OfDevice(Device device) -> workspace.tests().run(device, plan, live, cancellation);
            case Subject.AdHoc adHoc -> workspace.tests().runAlone(plan, live, cancellation);
        };
    }

    @Override
    public Outcome<Device> repair(Device device, Remedy remedy, Cancellation cancellation) {
        return workspace.repairs().carryOut(remedy, device, cancellation);
    }

    @Override
    public List<X509Certificate> knownCertificates() {
        return workspace.devices().all().stream()
                .flatMap(device -> device.credential() instanceof Credential.X509Chain chain
                        ? chain.chain().stream().skip(1)
                        : Stream.<X509Certificate>empty())
                .distinct()
                .toList();
    }
}
