package dev.gangway.cli;

import dev.gangway.bench.model.Plan;
import dev.gangway.bench.profile.DeviceProfile;
import dev.gangway.bench.profile.DeviceProfiles;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Options for connecting as a kind of device would. */
final class DeviceOptions {
    @Option(
            names = "--as",
            paramLabel = "KIND",
            completionCandidates = Kinds.class,
            description = "Connect as this kind of device would, as its documents say: ${COMPLETION-CANDIDATES}.")
    private Optional<String> kind = Optional.empty();

    @Option(
            names = "--device-clock",
            paramLabel = "unset|INSTANT",
            description = "Judge dates by this moment (2026-07-01T00:00:00Z); unset: 1 January 1970, as a device has it"
                    + " before it asks for the time.")
    private Optional<String> clock = Optional.empty();

    /** The ids of all kinds. */
    static final class Kinds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return DeviceProfiles.all().stream().map(DeviceProfile::id).iterator();
        }
    }

    /** The plan as that device would do it. */
    Plan addTo(Plan plan) {
        Plan judged = clock.map(DeviceOptions::moment)
                .map(moment -> plan.judgedBy(Clock.fixed(moment, ZoneOffset.UTC)))
                .orElse(plan);
        return kind.map(DeviceOptions::profile).map(judged::as).orElse(judged);
    }

    /** Whether {@code --as} is there. */
    boolean isGiven() {
        return kind.isPresent();
    }

    private static DeviceProfile profile(String id) {
        return DeviceProfiles.find(id)
                .orElseThrow(() -> CommandFailed.because(
                        CliCode.NO_SUCH_DEVICE_KIND,
                        "kind",
                        id,
                        "kinds",
                        DeviceProfiles.all().stream().map(DeviceProfile::id).collect(Collectors.joining(", "))));
    }

    private static Instant moment(String text) {
        if (text.equals("unset")) {
            return Instant.EPOCH;
        }
        try {
            return Instant.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            throw ConnectionOptions.badValue("--device-clock", text);
        }
    }
}
