package dev.gangway.server;

import dev.gangway.diagnosis.Outcome;
import java.util.List;

/**
 * The kinds of server that this program knows. Safe for use by several threads.
 *
 * @param all each once; the first stands for a server of which nothing is known but its address
 * @param adapters open connections
 */
public record ServerKinds(List<ServerKind> all, ServerAdapters adapters) implements ServerAdapters {
    public ServerKinds {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("at least one kind of server");
        }
    }

    /** These, each with connections of its own. */
    public static ServerKinds of(ServerKind... all) {
        List<ServerKind> kinds = List.of(all);
        return new ServerKinds(kinds, entry -> find(kinds, entry.kind()).connect(entry));
    }

    /** The kind of a server in the vault. */
    public ServerKind of(ServerEntry entry) {
        return find(all, entry.kind());
    }

    /** What a server is taken for of which nothing is known but its address. */
    public ServerKind usual() {
        return all.getFirst();
    }

    @Override
    public Outcome<ServerAdapter> connect(ServerEntry entry) {
        return adapters.connect(entry);
    }

    private static ServerKind find(List<ServerKind> kinds, ServerEntry.Kind id) {
        return kinds.stream()
                .filter(kind -> kind.id() == id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no server of the kind " + id));
    }
}
