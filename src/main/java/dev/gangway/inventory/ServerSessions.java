package dev.gangway.inventory;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerAdapters;
import dev.gangway.server.ServerEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** One connection a server, kept while its entry stays the same. Safe for use by several threads. */
final class ServerSessions implements AutoCloseable {
    private record Open(ServerEntry entry, ServerAdapter adapter) {}

    private final ServerAdapters adapters;
    private final Map<UUID, Open> open = new HashMap<>();

    /** None is open yet. */
    ServerSessions(ServerAdapters adapters) {
        this.adapters = adapters;
    }

    /** The connection to this server; opened where there is none, or where the entry has changed. */
    synchronized Outcome<ServerAdapter> of(ServerEntry entry) {
        Open known = open.get(entry.id());
        if (known != null && known.entry.equals(entry)) {
            return Outcome.ok(known.adapter);
        }
        drop(entry.id());
        Outcome<ServerAdapter> connected = adapters.connect(entry);
        connected.toOptional().ifPresent(adapter -> open.put(entry.id(), new Open(entry, adapter)));
        return connected;
    }

    /** Closes the connection to this server, if there is one. */
    synchronized void drop(UUID server) {
        Open known = open.remove(server);
        if (known != null) {
            known.adapter.close();
        }
    }

    @Override
    public synchronized void close() {
        open.values().forEach(known -> known.adapter.close());
        open.clear();
    }
}
