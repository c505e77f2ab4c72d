package dev.gangway.bench.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long reading takes: a usual paste (aim: below 100 ms), a log of 10 MB, a line that is made to be slow. */
@Tag("benchmark")
class DecodeBenchmark {
    private static final int TEN_MEGABYTES = 10_000_000;
    private static final String ATTEMPT = """
        I (%1$d) wifi: pm start, type: 0
        I (%1$d) app: free heap: 181344, sensor 21.5 C, queue 3
        D (%1$d) esp-tls: host:broker.example.org: strlen 18
        E (%1$d) esp-tls: mbedtls_ssl_handshake returned -0x7280
        E (%1$d) TRANSPORT_BASE: Failed to open a new connection: 32794
        E (%1$d) MQTT_CLIENT: Error transport connect
        I (%1$d) app: going on with something that nobody knows, and that is as long as lines in logs are
        """;

    @Test
    void aPasteAndALogOfTenMegabytes() throws IOException {
        Instant loading = Instant.now();
        DeviceLogs.read(ATTEMPT.formatted(1));
        System.out.println("first paste, with loading: " + since(loading));
        List<Posted> posted = Posted.of("posted-developed-on.txt");
        posted.forEach(each -> DeviceLogs.read(each.log()));
        Instant pastes = Instant.now();
        posted.forEach(each -> DeviceLogs.read(each.log()));
        System.out.println("a paste, of " + posted.size() + ": "
                + Duration.between(pastes, Instant.now())
                                .dividedBy(posted.size())
                                .toNanos()
                        / 1_000 + " µs");

        StringBuilder log = new StringBuilder();
        for (int i = 0; log.length() < TEN_MEGABYTES; i++) {
            log.append(ATTEMPT.formatted(i));
        }
        byte[] bytes = log.toString().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 3; i++) {
            Instant start = Instant.now();
            Reading reading = DeviceLogs.read(new ByteArrayInputStream(bytes));
            System.out.println(bytes.length + " bytes, " + reading.lines() + " lines: " + since(start));
            assertThat(reading.findings()).isNotEmpty();
        }
        for (String hard : List.of("error ", "mqtt broker ", "a:1:", "password=", "((((", "AT+QMTOPEN=\"", "x509: ")) {
            String line = hard.repeat(4_096 / hard.length());
            Instant start = Instant.now();
            DeviceLogs.read((line + "\n").repeat(100));
            System.out.println("100 long lines of '" + hard + "': " + since(start));
        }
    }

    /** A log in which no line is like another: what everybody posted, over and over, with other numbers each time. */
    @Test
    void aMixedLogOfTenMegabytes() throws IOException {
        List<String> lines = PostedLogsTest.SETS.stream()
                .flatMap(set -> Posted.of(set).stream())
                .flatMap(posted -> posted.log().lines())
                .toList();
        StringBuilder log = new StringBuilder();
        for (int i = 0; log.length() < TEN_MEGABYTES; i++) {
            log.append(lines.get(i * 7 % lines.size())).append(" (").append(i).append(")\n");
        }
        byte[] bytes = log.toString().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 3; i++) {
            Instant start = Instant.now();
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            Reading reading = DeviceLogs.read(new ByteArrayInputStream(bytes));
            long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
            System.out.println("mixed, in ms of the processor: " + used / 1_000_000);
            System.out.println("mixed: " + bytes.length + " bytes, " + reading.lines() + " lines: " + since(start));
            assertThat(reading.findings()).isNotEmpty();
        }
    }

    private static String since(Instant start) {
        return Duration.between(start, Instant.now()).toMillis() + " ms";
    }
}
