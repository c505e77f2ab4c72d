package dev.gangway.line.batch;

import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.line.batch.LineReading.BadCell;
import dev.gangway.line.batch.LineReading.Read;
import dev.gangway.line.unit.UnitOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Goes through a whole list before anything is sent, and finds every bad line. */
public final class DryRun {
    /** Questions to the server at once. */
    private static final int AT_ONCE = 8;

    private final UnitList list;
    private final LineReading reading;
    private final Predicate<String> inVault;
    private final Function<String, Outcome<Boolean>> onServer;

    /**
     * Of this list.
     *
     * @param inVault whether the vault has a device of this name
     * @param onServer whether the server has one; called from several threads
     */
    public DryRun(
            UnitList list,
            LineReading reading,
            Predicate<String> inVault,
            Function<String, Outcome<Boolean>> onServer) {
        this.list = list;
        this.reading = reading;
        this.inVault = inVault;
        this.onServer = onServer;
    }

    /**
     * What was found.
     *
     * @param lines with units
     * @param bad of them
     */
    public record Report(long lines, long bad) {}

    /**
     * Goes through the list; blocks.
     *
     * @param found receives each fault, one at a time
     */
    public Outcome<Report> check(Consumer<BadCell> found, Cancellation cancellation) {
        SeenOnce names = new SeenOnce();
        SeenOnce serials = new SeenOnce();
        long[] lines = new long[2];
        AtomicReference<Diagnosis> unanswered = new AtomicReference<>();
        Semaphore questions = new Semaphore(AT_ONCE);
        Outcome<Outcome.Done> read;
        try (ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor()) {
            read = list.read(line -> {
                Read each = reading.read(line);
                List<BadCell> bad = new ArrayList<>(each.bad());
                twice(each, names, serials, bad);
                synchronized (lines) {
                    lines[0]++;
                }
                boolean known = each.order().existing() == UnitOrder.Existing.REFUSE && bad.isEmpty();
                if (known && inVault.test(each.order().name())) {
                    bad.add(existing(each, BatchCode.NAME_IN_VAULT));
                } else if (known && unanswered.get() == null) {
                    questions.acquireUninterruptibly();
                    asking.execute(() -> {
                        try {
                            onServer.apply(each.order().name())
                                    .handle(
                                            there -> {
                                                if (there) {
                                                    tell(
                                                            lines,
                                                            found,
                                                            List.of(existing(each, BatchCode.NAME_ON_SERVER)));
                                                }
                                            },
                                            why -> unanswered.compareAndSet(null, why));
                        } finally {
                            questions.release();
                        }
                    });
                }
                tell(lines, found, bad);
                return !cancellation.isCancelled();
            });
        }
        return switch (read) {
            case Outcome.Failed<Outcome.Done>(Diagnosis why) -> Outcome.failed(why);
            case Outcome.Ok<Outcome.Done> _ ->
                unanswered.get() == null
                        ? Outcome.ok(new Report(lines[0], lines[1]))
                        : Outcome.failed(unanswered.get());
        };
    }

    private static void tell(long[] lines, Consumer<BadCell> found, List<BadCell> bad) {
        if (bad.isEmpty()) {
            return;
        }
        synchronized (lines) {
            lines[1]++;
            bad.forEach(found);
        }
    }

    private void twice(Read each, SeenOnce names, SeenOnce serials, List<BadCell> bad) {
        UnitOrder order = each.order();
        if (order.serial().isBlank()) {
            return;
        }
        long line = each.line().number();
        long serial = serials.firstLine(order.serial(), line);
        if (serial != 0) {
            bad.add(reading.bad(
                    each.line(),
                    column(Field.SERIAL),
                    Diagnosis.of(BatchCode.SERIAL_TWICE)
                            .with("value", order.serial())
                            .with("first", serial)));
        }
        long name = names.firstLine(order.name(), line);
        if (name != 0 && serial == 0) {
            bad.add(reading.bad(
                    each.line(),
                    column(Field.NAME),
                    Diagnosis.of(BatchCode.NAME_TWICE)
                            .with("value", order.name())
                            .with("first", name)));
        }
    }

    private BadCell existing(Read each, BatchCode code) {
        return reading.bad(
                each.line(),
                column(Field.NAME),
                Diagnosis.of(code).with("value", each.order().name()).remedy("batch.choose-existing"));
    }

    private int column(Field field) {
        Mapping mapping = list.mapping();
        return mapping.indexOf(field)
                .orElse(mapping.indexOf(Field.SERIAL)
                        .orElse(mapping.indexOf(Field.NAME).orElse(0)));
    }
}
