package dev.gangway.line.batch;

import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerAdapter.NamePage;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Which names a server has. A few are asked for one by one; once as many were asked for as it takes requests to read the
 * names of all its devices, those are read. So there are never more than twice the requests that were needed. Safe for use
 * by several threads; blocks.
 */
final class ServerNames {
    /** Asked for one by one before the server is asked how many it has. */
    private static final int FEW = 20;

    private final Outcome<ServerAdapter> session;
    private final Cancellation cancellation;
    private final ReentrantLock turn = new ReentrantLock();

    private int asked;
    private int pages;
    private boolean unreadable;
    private Optional<SeenOnce> all = Optional.empty();

    ServerNames(Outcome<ServerAdapter> session, Cancellation cancellation) {
        this.session = session;
        this.cancellation = cancellation;
    }

    /** Whether the server has a device of this name; of all names that were read, as it was when they were. */
    Outcome<Boolean> has(String name) {
        return session.then(adapter -> amongAll(adapter, name)
                .map(Outcome::ok)
                .orElseGet(() -> adapter.find(name, cancellation).map(Optional::isPresent)));
    }

    /** Empty where it is to be asked for by itself. */
    private Optional<Boolean> amongAll(ServerAdapter adapter, String name) {
        turn.lock();
        try {
            asked++;
            if (all.isEmpty() && !unreadable && asked > Math.max(FEW, pages)) {
                read(adapter);
            }
            return all.map(names -> names.has(name));
        } finally {
            turn.unlock();
        }
    }

    /** A list that fails or does not end is let be: whatever is the matter with the server, the single question tells. */
    private void read(ServerAdapter adapter) {
        SeenOnce names = new SeenOnce();
        int page = 0;
        do {
            Optional<NamePage> next = adapter.names(page, cancellation).toOptional();
            if (next.isEmpty()
                    || next.get().names().isEmpty() && page + 1 < next.get().pages()) {
                unreadable = true;
                return;
            }
            next.get().names().forEach(name -> names.firstLine(name, 1));
            pages = next.get().pages();
            page++;
        } while (page < pages && pages < asked);
        if (page >= pages) {
            all = Optional.of(names);
        }
    }
}
