package dev.gangway.server.thingsboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Cancellation;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.http.HttpClients;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerCode;
import dev.gangway.server.ServerEntry;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A list of a server comes to an end, whatever the server says of it. */
class PagesTest {
    private final MockWebServer web = new MockWebServer();
    private final AtomicLong nanos = new AtomicLong();

    @BeforeEach
    void start() throws IOException {
        web.start();
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void readsAllPages() {
        serve(page -> rows(page * 100, 100, page < 2));
        assertThat(read().orThrow()).hasSize(300).doesNotHaveDuplicates();
        assertThat(web.getRequestCount()).isEqualTo(3);
    }

    @Test
    void refusesAListThatGrowsForEver() {
        serve(page -> rows(page * 100, 100, true));
        assertEndless();
        assertThat(web.getRequestCount()).isEqualTo(100);
    }

    @Test
    void refusesTheSamePageAgainAtOnce() {
        serve(page -> rows(0, 100, true));
        assertEndless();
        assertThat(web.getRequestCount()).isEqualTo(2);
    }

    @Test
    void refusesEmptyPagesThatAnnounceMore() {
        serve(page -> rows(0, 0, true));
        assertEndless();
        assertThat(web.getRequestCount()).isEqualTo(1);
    }

    @Test
    void refusesAListThatTakesTooLongAsAWhole() {
        serve(page -> {
            nanos.addAndGet(7_000_000_000L);
            return rows(page * 100, 100, true);
        });
        assertEndless();
        assertThat(web.getRequestCount()).isEqualTo(3);
    }

    private void assertEndless() {
        ThingsBoardAdapterIT.assertFailed(read(), ServerCode.LIST_ENDLESS);
    }

    private Outcome<List<String>> read() {
        ServerEntry entry = new ServerEntry(
                UUID.randomUUID(),
                "endless",
                ServerEntry.Kind.THINGSBOARD,
                URI.create("http://localhost:" + web.getPort()),
                "", // by an API key, so that no sign-in is counted
                Secret.of("key"),
                Optional.empty(),
                Optional.empty(),
                List.of());
        Rest rest = new Rest(new HttpClients().trusting(List.of(), Optional.empty()), entry);
        return new Pages(rest, nanos::get)
                .all(Call.get("/api/things"), "name", row -> Rest.text(row, "name"), new Cancellation());
    }

    private void serve(IntFunction<String> pages) {
        web.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                int page = Integer.parseInt(request.getUrl().queryParameter("page"));
                return new MockResponse.Builder()
                        .addHeader("Content-Type", "application/json")
                        .body(pages.apply(page))
                        .build();
            }
        });
    }

    private static String rows(int from, int count, boolean hasNext) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> "{\"id\":{\"id\":\"%d\"},\"name\":\"thing %d\"}".formatted(i, i))
                .collect(Collectors.joining(",", "{\"data\":[", "],\"hasNext\":" + hasNext + "}"));
    }
}
