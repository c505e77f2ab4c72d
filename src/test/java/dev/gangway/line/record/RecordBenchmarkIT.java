package dev.gangway.line.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.vault.TestVaults;
import dev.gangway.vault.Vault;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A million records: written into a vault on disk and exported; verified, and looked through across lots. Times are printed,
 * and asserted nowhere.
 */
@Tag("benchmark")
class RecordBenchmarkIT {
    private static final int RECORDS = Integer.getInteger("gangway.line.records", 1_000_000);

    /** In one transaction: what is measured is the chain, and not how long a disk takes for each commit. */
    private static final int TOGETHER = 1_000;

    private static final int SHOWN = 100_000;

    @TempDir
    private Path folder;

    private double processorBefore;

    @Test
    void aMillionRecords() throws IOException {
        Path file = folder.resolve("million");
        StationKey.Pair key = StationKey.make();
        write(file, key);
        long began = System.nanoTime();
        RecordVerifier.Result result = RecordVerifier.verify(file, Map.of()).orThrow();
        long verified = System.nanoTime();
        List<LotFinding> shared = LotCheck.check(file).orThrow();
        long looked = System.nanoTime();
        System.out.printf(
                "%,d records, %,d MB: verified in %.1f s, across lots in %.1f s%n",
                result.records(), Files.size(file) >> 20, (verified - began) / 1e9, (looked - verified) / 1e9);
        assertThat(result.findings()).isEmpty();
        assertThat(result.records()).isEqualTo(RECORDS);
        assertThat(shared)
                .extracting(LotFinding::kind)
                .containsExactly(LotFinding.Kind.DOUBLE_SERIAL, LotFinding.Kind.DOUBLE_KEY);
    }

    @Test
    void aMillionIntoAVaultAndOutOfIt() throws IOException {
        Path file = folder.resolve("exported");
        TestVaults.create(folder.resolve("records.vault")).close();
        try (Vault vault = TestVaults.unlock(folder.resolve("records.vault"))) {
            RecordChain chain = new RecordChain(vault, Clock.systemUTC());
            long began = System.nanoTime();
            for (int i = 0; i < RECORDS; i += TOGETHER) {
                int first = i;
                vault.atomically(() -> IntStream.range(first, first + TOGETHER)
                        .forEach(n -> chain.append("one", Records.unit("PX" + n, Optional.empty()))
                                .orThrow()));
                if ((i + TOGETHER) % SHOWN == 0) {
                    began = shown("written " + (i + TOGETHER), began);
                }
            }
            assertThat(new RecordExport(chain)
                            .write(file, RecordExport.Form.JSON, List.of(), _ -> true)
                            .orThrow())
                    .isEqualTo(RECORDS);
            began = shown("exported " + (Files.size(file) >> 20) + " MB", began);
            RecordVerifier.Result result = RecordVerifier.verify(file, Map.of()).orThrow();
            shown("verified", began);
            assertThat(result.isSound()).isTrue();
            assertThat(result.records()).isEqualTo(RECORDS);
        }
    }

    /** Prints the time since then, by the clock and of this thread's processor, and the heap after a collection. */
    private long shown(String what, long began) {
        double took = (System.nanoTime() - began) / 1e9;
        double processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
        System.gc();
        System.out.printf(
                "%s: %.1f s, of the processor %.1f s; heap %.1f MB%n",
                what,
                took,
                processor - processorBefore,
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6);
        processorBefore = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
        return System.nanoTime();
    }

    /** Signed where the verifier looks, and anything elsewhere: what is measured is the verifier. */
    private static void write(Path file, StationKey.Pair key) throws IOException {
        SecureRandom random = new SecureRandom();
        ChainHead head =
                new ChainHead("one", key.privateKey(), key.publicKey(), 0, ChainHead.NOTHING, Optional.empty());
        String previous = ChainHead.NOTHING;
        String shared = "";
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("{\"format\":\"gangway-unit-records\",\"stations\":{\"one\":\"" + key.publicKey()
                    + "\"},\"version\":1}\n");
            for (int i = 1; i <= RECORDS; i++) {
                byte[] bytes = new byte[91];
                random.nextBytes(bytes);
                String publicKey = i == 900_000 ? shared : Base64.getEncoder().encodeToString(bytes);
                shared = i == 100_000 ? publicKey : shared;
                Map<String, Object> members = new LinkedHashMap<>(Map.of(
                        "event",
                        "unit",
                        "serial",
                        "PX" + (i == 777_777 ? 77_777 : i),
                        "verdict",
                        "PASS",
                        "attempt",
                        1,
                        "began",
                        "2026-11-30T08:00:00.000Z",
                        "station",
                        "one",
                        "number",
                        i,
                        "previous",
                        previous,
                        "publicKey",
                        publicKey));
                members.put("certificate", "ab".repeat(32));
                members.put("operator", "Müller");
                members.put("recipe", "pump");
                members.put("recipeVersion", 3);
                members.put("steps", List.of(Map.of("name", "test", "state", "done", "tookMillis", 800)));
                String line;
                if (i % 256 == 0 || i == RECORDS) {
                    line = RecordChain.signed(head, members);
                } else {
                    members.put("signature", "A".repeat(86) + "==");
                    line = new String(Canonical.bytes(members), StandardCharsets.UTF_8);
                }
                out.write(line + "\n");
                previous = StationKey.sha256(line.getBytes(StandardCharsets.UTF_8));
            }
            out.write(RecordChain.signed(
                            head,
                            new LinkedHashMap<>(
                                    Map.of("event", "end", "station", "one", "number", RECORDS, "previous", previous)))
                    + "\n");
        }
    }
}
