package dev.gangway.ui.devices;

import dev.gangway.device.ServerState;
import dev.gangway.testing.RunSummary;
import dev.gangway.ui.kit.Level;
import dev.gangway.ui.kit.TimeToExpiry;
import java.time.Instant;

/** Which devices need a person's attention, and why. */
public enum StateFilter {
    /** On the server as it is here. */
    PUSHED,
    /** Never sent, waiting, or changed since. */
    NOT_PUSHED,
    /** The server holds something else. */
    CHANGED_ON_SERVER,
    /** The newest test failed. */
    FAILED,
    /** No test ever. */
    NOT_TESTED,
    /** The certificate has ended or ends soon. */
    EXPIRES_SOON;

    /** Whether this device is one of them. */
    public boolean accepts(DeviceRow row, Instant now) {
        return switch (this) {
            case PUSHED -> row.device().server().push() == ServerState.Push.PUSHED;
            case NOT_PUSHED ->
                row.device().server().push() == ServerState.Push.NOT_PUSHED
                        || row.device().server().push() == ServerState.Push.QUEUED;
            case CHANGED_ON_SERVER -> row.device().server().push() == ServerState.Push.CHANGED_ON_SERVER;
            case FAILED ->
                row.lastTest()
                        .filter(test -> test.result() == RunSummary.Result.FAILED)
                        .isPresent();
            case NOT_TESTED -> row.lastTest().isEmpty();
            case EXPIRES_SOON ->
                row.expires()
                        .filter(end -> TimeToExpiry.of(end, now).level() != Level.OK)
                        .isPresent();
        };
    }
}
