package dev.gangway.server.thingsboard;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.http.HttpClients;
import dev.gangway.server.DeviceInterface;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerEntry;
import dev.gangway.server.ServerKind;
import dev.gangway.server.TrustAnchors;
import java.time.Duration;
import java.util.Optional;
import okhttp3.OkHttpClient;

/** ThingsBoard 3.x and 4.x, over its REST interface. */
public final class ThingsBoard implements ServerKind {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** For a whole call; ThingsBoard answers the slowest of ours in 0.3 s. */
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final HttpClients clients;
    private final Duration deadline;

    /** With the usual deadlines. */
    public ThingsBoard(HttpClients clients) {
        this(clients, DEADLINE);
    }

    /** With this deadline for each call. */
    ThingsBoard(HttpClients clients, Duration deadline) {
        this.clients = clients;
        this.deadline = deadline;
    }

    @Override
    public ServerEntry.Kind id() {
        return ServerEntry.Kind.THINGSBOARD;
    }

    @Override
    public boolean registersDevices() {
        return true;
    }

    @Override
    public DeviceInterface devices() {
        return DeviceTopics.ALL;
    }

    @Override
    public Outcome<ServerAdapter> connect(ServerEntry entry) {
        if (entry.kind() != ServerEntry.Kind.THINGSBOARD) {
            throw new IllegalArgumentException("no ThingsBoard: " + entry.kind());
        }
        return TrustAnchors.of(entry).map(anchors -> {
            OkHttpClient http = clients.trusting(anchors, Optional.empty())
                    .newBuilder()
                    .connectTimeout(CONNECT)
                    .callTimeout(deadline)
                    .build();
            return new ThingsBoardAdapter(new Rest(http, entry));
        });
    }

    /** Without a user, what stands in the place of the password is an API key (ThingsBoard 4.3 and later). */
    static boolean hasApiKey(ServerEntry entry) {
        return entry.user().isEmpty();
    }
}
