package dev.gangway.ui.kit;

import dev.gangway.bench.model.Plan;
import java.util.Optional;

/**
 * Somebody who connects, and how.
 *
 * @param subject a device, or nobody in particular
 * @param plan how it connects, where that is other than a device is stored; holds secrets
 */
public record Connection(TestSubject subject, Optional<Plan> plan) {
    /** One that connects like this, whatever is stored. */
    public static Connection of(TestSubject subject, Plan plan) {
        return new Connection(subject, Optional.of(plan));
    }
}
