package dev.gangway.ui.bench;

import dev.gangway.authorities.Authorities;
import dev.gangway.authorities.Authority;
import dev.gangway.background.Cancellation;
import dev.gangway.bench.causes.Experiment;
import dev.gangway.bench.engine.NegativeProof;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.export.Recording;
import dev.gangway.bench.export.RunExport.Format;
import dev.gangway.bench.export.RunExport.Secrets;
import dev.gangway.bench.matrix.Matrix.Cell;
import dev.gangway.bench.matrix.Variation;
import dev.gangway.bench.model.ExperimentBounds;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.diagnosis.Remedy;
import dev.gangway.inventory.Devices;
import dev.gangway.testing.DeviceTests;
import dev.gangway.testing.Repairs;
import dev.gangway.testing.RunFiles;
import dev.gangway.testing.RunSummary;
import dev.gangway.testing.TestChoices;
import dev.gangway.testing.TestSeries;
import dev.gangway.ui.bench.export.ExportSource;
import dev.gangway.ui.bench.history.HistoryWork;
import dev.gangway.ui.bench.series.TestSeriesWork;
import dev.gangway.ui.kit.TestSubject;
import dev.gangway.ui.text.Words;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Everything that the test bench asks of the program, over an unlocked vault. */
public record VaultBench(
        DeviceTests tests,
        TestSeries series,
        RunFiles runFiles,
        Repairs repairs,
        Devices devices,
        Authorities authorities,
        Words words,
        Supplier<ExperimentBounds> experiments)
        implements BenchWork, HistoryWork, TestSeriesWork, RunFilesWork {
    @Override
    public Outcome<Plan> plan(Device device, TestChoices.Way way, Cancellation cancellation) {
        return tests.plan(device, TestChoices.standard().with(way), cancellation);
    }

    @Override
    public Run run(TestSubject subject, Plan chosen, Consumer<Event> live, Cancellation cancellation) {
        Plan bounded = chosen.experimenting(experiments.get());
        Plan plan = bounded.tls().identity().isPresent() ? bounded.withAtHand(knownCertificates()) : bounded;
        return switch (subject) {
            case TestSubject.OfDevice(Device device) -> tests.run(device, plan, live, cancellation);
            case TestSubject.AdHoc adHoc -> tests.runAlone(plan, live, cancellation);
        };
    }

    @Override
    public Run findOut(Run refused, Experiment experiment, Consumer<Event> live, Cancellation cancellation) {
        return tests.findOut(refused, experiment, live, cancellation);
    }

    @Override
    public Run alsoStockJava(Run finished, Cancellation cancellation) {
        return tests.alsoStockJava(finished, cancellation);
    }

    @Override
    public Outcome<Device> repair(Device device, Remedy remedy, Cancellation cancellation) {
        return repairs.carryOut(remedy, device, cancellation);
    }

    @Override
    public List<X509Certificate> knownCertificates() {
        Stream<X509Certificate> ofDevices = devices.all().stream()
                .flatMap(device -> device.credential() instanceof Credential.X509Chain chain
                        ? chain.chain().stream().skip(1)
                        : Stream.<X509Certificate>empty());
        Stream<X509Certificate> ofAuthorities = authorities.all().stream().map(Authority::certificate);
        return Stream.concat(ofDevices, ofAuthorities).distinct().toList();
    }

    @Override
    public List<RunSummary> history(UUID device) {
        return tests.history(device);
    }

    @Override
    public Set<UUID> recorded(UUID device) {
        return tests.recorded(device);
    }

    @Override
    public Optional<Recording> recording(UUID run) {
        return tests.recording(run);
    }

    @Override
    public List<Cell> run(
            TestSeries.Purpose purpose,
            String subject,
            List<Variation> variations,
            Consumer<Cell> live,
            Consumer<Duration> waiting,
            Cancellation cancellation) {
        return series.run(purpose, subject, variations, live, waiting, cancellation);
    }

    @Override
    public List<NegativeProof.Attempt> wrong(Plan plan, Optional<Device> device) {
        return series.wrong(plan, device);
    }

    @Override
    public Outcome<Path> write(ExportSource source, Format format, Secrets secrets, Path file) {
        return switch (source) {
            case ExportSource.Fresh fresh -> runFiles.write(fresh.run(), fresh.subject(), format, secrets, words, file);
            case ExportSource.Kept kept -> runFiles.write(kept.recording(), kept.subject(), format, words, file);
        };
    }

    @Override
    public Outcome<Recording> read(Path file) {
        return runFiles.read(file);
    }
}
