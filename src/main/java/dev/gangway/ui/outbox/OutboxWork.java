package dev.gangway.ui.outbox;

import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.Servers;
import dev.gangway.onboarding.Onboarding;
import dev.gangway.onboarding.Unfinished;
import dev.gangway.server.ServerEntry;
import java.util.List;

/** What the outbox asks of the program. Every method blocks; called off the UI thread. */
public interface OutboxWork {
    /** What waits, the oldest first. */
    List<Waiting> waiting();

    /** Goes on with one; one that waits no more is done. */
    Outcome<Outcome.Done> retry(Waiting waiting, Cancellation cancellation);

    /** Gives these up; see {@link Onboarding#drop}. */
    void drop(List<Waiting> those);

    /**
     * What waits, and the server that it waits for by its name.
     *
     * @param server name; empty where the server was removed
     */
    record Waiting(Unfinished what, String server) {}

    /** The outbox of an unlocked vault. */
    static OutboxWork of(Onboarding onboarding, Servers servers) {
        return new OutboxWork() {
            @Override
            public List<Waiting> waiting() {
                return onboarding.waiting().stream()
                        .map(what -> new Waiting(
                                what,
                                servers.get(what.server())
                                        .map(ServerEntry::name)
                                        .orElse("")))
                        .toList();
            }

            @Override
            public Outcome<Outcome.Done> retry(Waiting waiting, Cancellation cancellation) {
                return onboarding
                        .resume(waiting.what().device(), step -> {}, cancellation)
                        .flatMap(Onboarding.Result::failure)
                        .<Outcome<Outcome.Done>>map(Outcome::failed)
                        .orElseGet(Outcome::done);
            }

            @Override
            public void drop(List<Waiting> those) {
                those.forEach(each -> onboarding.drop(each.what().device()));
            }
        };
    }
}
