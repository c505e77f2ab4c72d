package dev.gangway.server.thingsboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Cancellation;
import dev.gangway.http.HttpClients;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerCode;
import dev.gangway.server.ServerEntry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Devices that follow each other do not each have the server list its customers, and one that is replaced is noticed. */
class CustomersTest {
    private final MockWebServer web = new MockWebServer();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger lists = new AtomicInteger();
    private final Cancellation never = new Cancellation();

    /** The id of the one customer; another where it was removed and made anew. */
    private volatile String plant = "c-1";

    @BeforeEach
    void start() throws IOException {
        web.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                if (request.getUrl().encodedPath().equals("/api/customers")) {
                    lists.incrementAndGet();
                    return json(
                            200,
                            "{\"data\":[{\"id\":{\"id\":\"%s\"},\"title\":\"Plant\"}],\"hasNext\":false}"
                                    .formatted(plant));
                }
                return request.getUrl().encodedPath().contains("/" + plant + "/")
                        ? json(200, "{\"customerId\":{\"id\":\"%s\"}}".formatted(plant))
                        : json(
                                404,
                                "{\"status\":404,\"message\":\"Customer with id [c-1] is not"
                                        + " found\",\"errorCode\":32}");
            }
        });
        web.start();
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void aBatchAsksOnce() {
        Customers customers = customers();
        for (int device = 0; device < 50; device++) {
            customers.titled("Plant", never).orThrow();
            customers.assign("d-" + device, "Plant", never).orThrow();
        }
        assertThat(lists.get()).isEqualTo(1);
    }

    @Test
    void whatIsAMinuteOldIsAskedForAgain() {
        Customers customers = customers();
        customers.titled("Plant", never).orThrow();
        nanos.addAndGet(Duration.ofSeconds(59).toNanos());
        customers.titled("Plant", never).orThrow();
        assertThat(lists.get()).isEqualTo(1);
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        customers.titled("Plant", never).orThrow();
        assertThat(lists.get()).isEqualTo(2);
    }

    @Test
    void oneThatIsMissingIsAskedForEachTime() {
        Customers customers = customers();
        for (int i = 0; i < 2; i++) {
            ThingsBoardAdapterIT.assertFailed(customers.titled("Nobody", never), ServerCode.CUSTOMER_UNKNOWN);
        }
        assertThat(lists.get()).isEqualTo(2);
    }

    @Test
    void oneThatWasReplacedMeanwhileIsFoundAnew() {
        Customers customers = customers();
        customers.assign("d-1", "Plant", never).orThrow();
        plant = "c-2";
        customers.assign("d-2", "Plant", never).orThrow();
        assertThat(lists.get()).isEqualTo(2);
    }

    private Customers customers() {
        ServerEntry entry = new ServerEntry(
                UUID.randomUUID(),
                "plant",
                ServerEntry.Kind.THINGSBOARD,
                URI.create("http://localhost:" + web.getPort()),
                "", // by an API key, so that nothing but the list is asked
                Secret.of("key"),
                Optional.empty(),
                Optional.empty(),
                List.of());
        return new Customers(new Rest(new HttpClients().trusting(List.of(), Optional.empty()), entry), nanos::get);
    }

    private static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }
}
