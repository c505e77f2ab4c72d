package dev.gangway.server.thingsboard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.server.ServerCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Reads a list page by page to its end. Nothing is cut off in silence: a list that does not end, repeats itself, is
 * larger than any real one or takes too long is refused as a whole.
 */
final class Pages {
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 100;

    /** For all pages together; each has the usual deadline of a call besides. */
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final Rest rest;
    private final LongSupplier nanos;

    Pages(Rest rest) {
        this(rest, System::nanoTime);
    }

    /** With a clock of the caller's, in nanoseconds. */
    Pages(Rest rest, LongSupplier nanos) {
        this.rest = rest;
        this.nanos = nanos;
    }

    /** All rows of a list that {@code call} asks for, in the order of {@code sortProperty}. */
    <T> Outcome<List<T>> all(Call call, String sortProperty, Function<JsonNode, T> reader, Cancellation cancellation) {
        long begun = nanos.getAsLong();
        List<T> all = new ArrayList<>();
        Set<JsonNode> ids = new HashSet<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            int before = ids.size();
            Outcome<Boolean> more = rest.read(
                    call.with("pageSize", PAGE)
                            .with("page", page)
                            .with("sortProperty", sortProperty)
                            .with("sortOrder", "ASC"),
                    json -> {
                        Rest.need(json, "data").forEach(row -> {
                            if (ids.add(row.path("id"))) {
                                all.add(reader.apply(row));
                            }
                        });
                        return json.path("hasNext").asBoolean();
                    },
                    cancellation);
            if (more.failure().isPresent()) {
                return Outcome.failed(more.failure().get());
            }
            if (!more.orThrow()) {
                return Outcome.ok(List.copyOf(all));
            }
            boolean nothingNew = ids.size() == before;
            boolean late = nanos.getAsLong() - begun > DEADLINE.toNanos();
            if (nothingNew || late) {
                return endless(call, page + 1, all.size());
            }
        }
        return endless(call, MOST_PAGES, all.size());
    }

    private <T> Outcome<T> endless(Call call, int pages, int rows) {
        return Diagnosis.of(ServerCode.LIST_ENDLESS)
                .with("host", rest.host())
                .with("call", call.label())
                .fact("list-read", "pages", pages, "rows", rows)
                .remedy("check-address")
                .remedy("ask-administrator")
                .failed();
    }
}
