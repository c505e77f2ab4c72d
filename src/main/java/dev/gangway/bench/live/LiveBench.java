package dev.gangway.bench.live;

import dev.gangway.bench.model.Judge;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.tls.TlsEngine;
import java.util.Optional;

/** Opens live sessions. Safe for use by several threads; costly to make, so keep it. */
public final class LiveBench {
    private final Judge judge;
    private final TlsEngine tls;

    /**
     * Creates one.
     *
     * @param judge names the cause where a session ends
     */
    public LiveBench(Judge judge) {
        this.judge = judge;
        this.tls = new TlsEngine();
    }

    /**
     * Opens a session and returns at once; what becomes of it is told to the watcher.
     *
     * @param plan how to connect; what it publishes and reads back is left out
     * @throws IllegalArgumentException where the plan calls the device API, which knows no session
     */
    public LiveSession open(Plan plan, Watcher watcher) {
        return open(plan, Optional.empty(), watcher);
    }

    /** The same with a login that is kept fresh. */
    public LiveSession open(Plan plan, Optional<FreshLogin> login, Watcher watcher) {
        if (plan.endpoint().transport().isDeviceApi()) {
            throw new IllegalArgumentException(
                    "no session over " + plan.endpoint().transport());
        }
        LiveSession session = new LiveSession(plan, login, tls, judge, watcher);
        session.start();
        return session;
    }
}
