package dev.gangway.ui.bench;

import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.profile.DeviceProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Changes that people make to a plan on the bench. Pure. */
final class PlanChoices {
    private PlanChoices() {}

    /** With a version of TLS offered or not; the last one cannot be taken away. */
    static Plan offering(Plan plan, TlsOptions.Version version, boolean offered) {
        List<TlsOptions.Version> versions = new ArrayList<>(plan.tls().offer().versions());
        versions.remove(version);
        if (offered) {
            versions.add(version);
            versions.sort(Comparator.reverseOrder());
        }
        return versions.isEmpty() ? plan : plan.withTls(plan.tls().withVersions(List.copyOf(versions)));
    }

    /** As this kind of device would connect; as an ordinary client where none is chosen: both from the original plan. */
    static Plan as(Plan plan, Plan original, Optional<DeviceProfile> device) {
        Plan ordinary = plan.withTls(original.tls())
                .withMqtt(plan.mqtt().withVersion(original.mqtt().version()));
        return device.map(ordinary::as).orElse(ordinary);
    }

    /** With the publication of the original plan, or without it and its read-back. */
    static Plan publishing(Plan plan, Plan original, boolean wanted) {
        return wanted
                ? plan.proving(original.publication(), plan.readBack())
                : plan.proving(Optional.empty(), Optional.empty());
    }

    /** With the read-back of the original plan, which needs its publication, or without. */
    static Plan readingBack(Plan plan, Plan original, boolean wanted) {
        return wanted
                ? plan.proving(original.publication(), original.readBack())
                : plan.proving(plan.publication(), Optional.empty());
    }
}
