package dev.gangway.ui.shell;

import dev.gangway.background.Background;
import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.ui.kit.RunningWork;
import dev.gangway.ui.text.Words;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What header and footer say. Ticked once a second by the window. Used on the UI thread only. */
final class FrameViewModel {
    /** The server is asked whether it answers every so many ticks. */
    private static final int CHECK_EVERY = 60;

    private final UnlockedSession session;
    private final Background background;
    private final Words words;
    private final IdleLock idle;
    private final Runnable lock;
    private final ReadOnlyStringWrapper vault = new ReadOnlyStringWrapper(this, "vault", "");
    private final ReadOnlyStringWrapper devices = new ReadOnlyStringWrapper(this, "devices", "");
    private final ReadOnlyLongWrapper outbox = new ReadOnlyLongWrapper(this, "outbox");
    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
    private long ticks;
    private boolean counting;

    /** {@code lock} is called when nobody did anything for as long as {@code idle} waits. */
    FrameViewModel(UnlockedSession session, Background background, Words words, IdleLock idle, Runnable lock) {
        this.session = session;
        this.background = background;
        this.words = words;
        this.idle = idle;
        this.lock = lock;
    }

    /** The state of the vault and when it locks. */
    ReadOnlyStringProperty vaultProperty() {
        return vault.getReadOnlyProperty();
    }

    /** How many devices there are. */
    ReadOnlyStringProperty devicesProperty() {
        return devices.getReadOnlyProperty();
    }

    /** How many onboardings wait for their server. */
    ReadOnlyLongProperty outboxProperty() {
        return outbox.getReadOnlyProperty();
    }

    /** Why the vault could not be counted, or its unfinished work not be gone on with. */
    ReadOnlyObjectProperty<Optional<Diagnosis>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** A second has passed. */
    void tick() {
        if (!session.work().items().isEmpty()) {
            idle.touch(); // a long import must not be ended by the clock
        }
        Optional<Duration> left = idle.left();
        if (left.filter(Duration::isZero).isPresent()) {
            lock.run();
            return;
        }
        vault.set(left.map(time -> words.get(
                        "footer.unlocked.until", "left", words.formats().clock(time)))
                .orElse(words.get("footer.unlocked")));
        count();
        if (ticks % CHECK_EVERY == 0) {
            session.server().check();
        }
        ticks++;
    }

    /** Goes on with what a crash or a lost connection left half-done. Shown as running work, can be stopped. */
    void finishOutbox() {
        Cancellation stop = new Cancellation();
        RunningWork.Item item = session.work().begin(words.get("work.outbox"), 0, stop);
        background
                .work(unused -> {
                    session.vault().onboarding().resume(step -> {}, stop);
                    return session.vault().onboarding().unfinished();
                })
                .noted("outbox", left -> "done, " + left + " left")
                .always(item::end)
                .start(outbox::set, this::failed);
    }

    private void count() {
        if (counting) {
            return; // a slow disk: one question at a time
        }
        counting = true;
        WindowVault open = session.vault();
        background
                .work(cancellation ->
                        new long[] {open.devices().count(), open.onboarding().unfinished()})
                .always(() -> counting = false)
                .start(
                        counts -> {
                            problem.set(Optional.empty());
                            devices.set(words.count("footer.devices", counts[0]));
                            if (counts[1] > outbox.get()) {
                                session.server().check(); // something has just not been reached
                            }
                            outbox.set(counts[1]);
                        },
                        this::failed);
    }

    private void failed(Diagnosis why) {
        problem.set(Optional.of(why));
    }
}
