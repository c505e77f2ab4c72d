package dev.gangway.onboarding;

import dev.gangway.device.Device;
import dev.gangway.server.ServerEntry;
import dev.gangway.vault.Kind;
import java.util.Map;

/** The kinds of thing that the use cases keep in the vault. */
final class Kinds {
    /** Servers. */
    static final Kind<ServerEntry> SERVER =
            Kind.of("server", ServerEntry.class, entry -> entry.id().toString());

    /** Devices, found by name, by serial and by server. */
    static final Kind<Device> DEVICE = new Kind<>(
            "device",
            Device.class,
            device -> device.id().toString(),
            device -> Map.of(
                    "name",
                    device.name(),
                    "serial",
                    device.serial().orElse(""),
                    "server",
                    device.server().server().map(Object::toString).orElse("")));

    /** Results of tests, found by device. */
    static final Kind<RunSummary> RUN = new Kind<>(
            "run",
            RunSummary.class,
            run -> run.id().toString(),
            run -> Map.of("device", run.device().toString()));

    /** Timelines of tests, found by device. */
    static final Kind<KeptRun> KEPT_RUN = new Kind<>(
            "kept-run",
            KeptRun.class,
            run -> run.id().toString(),
            run -> Map.of("device", run.device().toString()));

    /** The journal, one row a device. */
    static final Kind<Intent> INTENT =
            Kind.of("intent", Intent.class, intent -> intent.device().toString());

    private Kinds() {}
}
