package dev.gangway.bench.matrix;

import dev.gangway.bench.model.Plan;
import java.util.List;

/**
 * One way to try a credential.
 *
 * @param traits what it is made of, in the order of the axes
 * @param plan how it is tested
 */
public record Variation(List<MatrixValue> traits, Plan plan) {
    public Variation {
        traits = List.copyOf(traits);
    }
}
