package dev.gangway.ui.devices;

import dev.gangway.onboarding.Step;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps of an onboarding as far as they are known. Pure. */
final class StepList {
    private StepList() {}

    /** All steps in their order; those that nobody spoke of yet wait. */
    static List<Step> complete(List<Step> known) {
        Map<Step.Name, Step> byName = new EnumMap<>(Step.Name.class);
        Arrays.stream(Step.Name.values())
                .forEach(name ->
                        byName.put(name, new Step(name, Step.State.WAITING, Duration.ZERO, "", Optional.empty())));
        known.forEach(step -> byName.put(step.name(), step));
        return List.copyOf(byName.values());
    }

    /** The same with what was heard since, the newest last. */
    static List<Step> with(List<Step> known, List<Step> changed) {
        Map<Step.Name, Step> byName = new EnumMap<>(Step.Name.class);
        known.forEach(step -> byName.put(step.name(), step));
        changed.forEach(step -> byName.put(step.name(), step));
        return List.copyOf(byName.values());
    }
}
