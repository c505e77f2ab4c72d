package dev.gangway.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import java.net.ConnectException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Its life: starts on free ports or says which one is taken, and is gone after the close. */
class PracticeServerIT {
    private final BouncyCastleMaker certificates = new BouncyCastleMaker();

    @Test
    void startsTwiceSideBySide() {
        try (PracticeServer one = start(PracticeOptions.freePorts(certificates));
                PracticeServer two = start(PracticeOptions.freePorts(certificates));
                PracticeClient client = PracticeClient.of(two)) {
            assertThat(one.restUrl()).isNotEqualTo(two.restUrl());
            client.deviceWithToken("pump-1", "TOKEN_1");
            assertThat(client.get("/api/tenant/devices?pageSize=1&page=0")
                            .json()
                            .path("totalElements")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @Test
    void namesThePortThatIsTaken() {
        try (PracticeServer first = start(PracticeOptions.freePorts(certificates))) {
            var second = PracticeServer.start(new PracticeOptions(certificates, 0, first.mqttPort(), 0));
            assertThat(second.failure()).hasValueSatisfying(diagnosis -> {
                assertThat(diagnosis.is(PracticeCode.PORT_TAKEN)).isTrue();
                assertThat(diagnosis.args()).containsEntry("port", Integer.toString(first.mqttPort()));
            });
        }
    }

    @Test
    void leavesNothingBehind() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        PracticeServer server = start(PracticeOptions.freePorts(certificates));
        server.close();
        for (int port :
                new int[] {server.restUrl().getPort(), server.mqttPort(), server.mqttsPort(), server.httpsPort()}) {
            Assertions.assertThatThrownBy(() -> new Socket("127.0.0.1", port).close())
                    .isInstanceOf(ConnectException.class);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .filteredOn(thread -> !before.contains(thread))
                        .extracting(Thread::getName)
                        .noneMatch(name -> name.startsWith("vert")));
    }

    @Test
    @Timeout(120)
    void startsWhileEveryCommonThreadWaits() {
        CountDownLatch over = new CountDownLatch(1);
        List<CompletableFuture<Void>> waiting = IntStream.rangeClosed(0, ForkJoinPool.getCommonPoolParallelism())
                .mapToObj(_ -> CompletableFuture.runAsync(() -> await(over), ForkJoinPool.commonPool()))
                .toList();
        try (PracticeServer server = start(PracticeOptions.freePorts(certificates))) {
            assertThat(server.mqttsPort()).isPositive();
        } finally {
            over.countDown();
            waiting.forEach(CompletableFuture::join);
        }
    }

    private static void await(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static PracticeServer start(PracticeOptions options) {
        return PracticeServer.start(options).orThrow();
    }
}
