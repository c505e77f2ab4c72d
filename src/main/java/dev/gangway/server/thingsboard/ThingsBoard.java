package dev.gangway.server.thingsboard;

import dev.gangway.diagnosis.Outcome;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerAdapters;
import dev.gangway.server.ServerEntry;
import dev.gangway.server.TrustAnchors;
import java.time.Duration;
import okhttp3.OkHttpClient;

/** Opens connections to ThingsBoard servers; they share a pool of sockets. */
public final class ThingsBoard implements ServerAdapters {
    private static final Duration CONNECT = Duration.ofSeconds(5);

    /** For a whole call; ThingsBoard answers the slowest of ours in 0.3 s. */
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final OkHttpClient shared;

    /** With the usual deadlines. */
    public ThingsBoard() {
        this(DEADLINE);
    }

    /** With this deadline for each call. */
    ThingsBoard(Duration deadline) {
        shared = new OkHttpClient.Builder()
                .connectTimeout(CONNECT)
                .callTimeout(deadline)
                // A password is not carried on to an address that nobody chose.
                .followRedirects(false)
                .followSslRedirects(false)
                .build();
    }

    @Override
    public Outcome<ServerAdapter> connect(ServerEntry entry) {
        if (entry.kind() != ServerEntry.Kind.THINGSBOARD) {
            throw new IllegalArgumentException("no ThingsBoard: " + entry.kind());
        }
        return TrustAnchors.of(entry).map(anchors -> {
            ServerTrust trust = new ServerTrust(anchors);
            OkHttpClient http = shared.newBuilder()
                    .sslSocketFactory(trust.socketFactory(), trust)
                    .build();
            return new ThingsBoardAdapter(new Rest(http, entry));
        });
    }
}
