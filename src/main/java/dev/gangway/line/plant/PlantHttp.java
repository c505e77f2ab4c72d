package dev.gangway.line.plant;

import java.net.http.HttpClient;
import java.time.Duration;

/** Java's HTTP client, kept so that units that follow each other share a connection. Safe for use by several threads. */
final class PlantHttp {
    private static final Duration CONNECT = Duration.ofSeconds(20);

    private static final class Made {
        static final HttpClient CLIENT =
                HttpClient.newBuilder().connectTimeout(CONNECT).build();
    }

    private PlantHttp() {}

    /** The one client; made when it is asked for first. */
    static HttpClient client() {
        return Made.CLIENT;
    }
}
