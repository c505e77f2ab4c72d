package dev.gangway.testing;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.live.LiveBench;
import dev.gangway.bench.live.LiveSession;
import dev.gangway.bench.live.Watcher;
import dev.gangway.bench.model.Plan;
import dev.gangway.credentials.FreshTokens;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.InventoryRecordTypes;
import dev.gangway.vault.Vault;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Live sessions as a device of the vault. */
public final class LiveSessions {
    private final Vault vault;
    private final DeviceTests tests;
    private final FreshTokens tokens;
    private final LiveBench bench;
    private final Clock clock;

    /** Opens sessions for devices of this vault. */
    public LiveSessions(Vault vault, DeviceTests tests, FreshTokens tokens, LiveBench bench, Clock clock) {
        this.vault = vault;
        this.tests = tests;
        this.tokens = tokens;
        this.bench = bench;
        this.clock = clock;
    }

    /** How the device connects. Fails where it could not even begin; blocks where a token has to be fetched. */
    public Outcome<Plan> plan(Device device, Cancellation cancellation) {
        return tests.plan(device, TestChoices.standard().with(TestChoices.Telemetry.NONE), cancellation);
    }

    /** Opens a session as this device, and keeps its token fresh; returns at once. */
    public LiveSession open(Device device, Plan plan, Watcher watcher) {
        vault.audit()
                .append(
                        "device.watched",
                        device.id().toString(),
                        Map.of(
                                "name",
                                device.name(),
                                "endpoint",
                                plan.endpoint().uri()));
        // the plan has fetched a token since the caller read the device, and its end counts
        Device newest = vault.repository(InventoryRecordTypes.DEVICE)
                .get(device.id().toString())
                .orElse(device);
        return bench.open(plan, Optional.of(new DeviceLogin(newest, tokens, clock)), watcher);
    }

    /** Opens a session that belongs to no device; returns at once. */
    public LiveSession openAlone(Plan plan, Watcher watcher) {
        return bench.open(plan, watcher);
    }
}
