package dev.gangway.ui.bench.options;

import dev.gangway.bench.model.Plan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every option of a connection, as people type them. For the UI thread alone. */
final class OptionsViewModel {
    final WayForm way;
    final TlsForm tls;
    final SessionForm session;
    private final Plan before;

    /** One that shows what the plan says. */
    OptionsViewModel(Plan plan) {
        before = plan;
        way = new WayForm(plan);
        tls = new TlsForm(plan);
        session = new SessionForm(plan);
    }

    /** Everything that is typed and could be wrong. */
    List<Typed<?>> fields() {
        return Stream.of(way.fields(), tls.fields(), session.fields())
                .<Typed<?>>flatMap(List::stream)
                .toList();
    }

    /** The plan with what was typed; empty where something means nothing. */
    Optional<Plan> plan() {
        return fields().stream().allMatch(field -> field.value().isPresent())
                ? Optional.of(session.applyTo(tls.applyTo(way.applyTo(before))))
                : Optional.empty();
    }
}
