package dev.gangway.line.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Cancellation;
import dev.gangway.device.Credential;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.http.HttpClients;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import dev.gangway.secret.Secret;
import dev.gangway.server.ServerAdapter;
import dev.gangway.server.ServerAdapter.NewDevice;
import dev.gangway.server.ServerEntry;
import dev.gangway.server.thingsboard.ThingsBoard;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A list's names are held against a server's without asking for each; every one is told right all the same. */
class ServerNamesIT {
    private static final int DEVICES = 1_030;

    private final PracticeServer server = PracticeServer.start(PracticeOptions.freePorts(new BouncyCastleMaker()))
            .orThrow();
    private final Cancellation never = new Cancellation();
    private final ServerAdapter adapter = new ThingsBoard(new HttpClients())
            .connect(new ServerEntry(
                    UUID.randomUUID(),
                    "practice",
                    ServerEntry.Kind.THINGSBOARD,
                    server.restUrl(),
                    server.tenantUser(),
                    Secret.of(server.tenantPassword()),
                    Optional.empty(),
                    Optional.empty(),
                    List.of()))
            .orThrow();
    private final AtomicInteger single = new AtomicInteger();
    private final AtomicInteger pages = new AtomicInteger();

    @AfterEach
    void stop() {
        adapter.close();
        server.close();
    }

    @Test
    void manyNamesCostAFewRequests() {
        String profile = adapter.ensureProfile("default", never).orThrow().id();
        for (int i = 0; i < DEVICES; i++) {
            NewDevice device =
                    new NewDevice("there-" + i, "", profile, UUID.randomUUID().toString(), false);
            adapter.create(device, new Credential.AccessToken(Secret.of("TOKEN-" + i)), never)
                    .orThrow();
        }
        ServerNames names = new ServerNames(Outcome.ok(counted()), never);
        for (int i = 0; i < DEVICES; i++) {
            assertThat(names.has("there-" + i).orThrow()).isTrue();
            assertThat(names.has("new-" + i).orThrow()).isFalse();
        }
        assertThat(single.get()).isEqualTo(20);
        assertThat(pages.get()).isEqualTo(2);
    }

    @Test
    void fewNamesReadNoList() {
        ServerNames names = new ServerNames(Outcome.ok(counted()), never);
        for (int i = 0; i < 20; i++) {
            assertThat(names.has("new-" + i).orThrow()).isFalse();
        }
        assertThat(pages.get()).isZero();
    }

    @Test
    void aServerThatGivesNoListIsAskedOneByOne() {
        ServerAdapter listless = wrapped(true);
        ServerNames names = new ServerNames(Outcome.ok(listless), never);
        for (int i = 0; i < 50; i++) {
            assertThat(names.has("new-" + i).orThrow()).isFalse();
        }
        assertThat(single.get()).isEqualTo(50);
        assertThat(pages.get()).isEqualTo(1);
    }

    private ServerAdapter counted() {
        return wrapped(false);
    }

    /** The adapter itself, with its questions counted; or one that says of an empty list that more follows. */
    private ServerAdapter wrapped(boolean listless) {
        return (ServerAdapter) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ServerAdapter.class}, (_, method, arguments) -> {
                    if (method.getName().equals("find")) {
                        single.incrementAndGet();
                    }
                    if (method.getName().equals("names")) {
                        pages.incrementAndGet();
                        if (listless) {
                            return Outcome.ok(new ServerAdapter.NamePage(List.of(), 3));
                        }
                    }
                    try {
                        return method.invoke(adapter, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
