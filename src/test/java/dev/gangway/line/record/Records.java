package dev.gangway.line.record;

import dev.gangway.line.unit.Proven;
import dev.gangway.line.unit.TlsFacts;
import dev.gangway.line.unit.UnitVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records as a shift writes them. */
final class Records {
    private Records() {}

    static UnitRecord unit(String serial, Optional<String> publicKey) {
        return new UnitRecord(
                UnitRecord.Event.UNIT,
                serial,
                "pump-" + serial,
                "Jörg \"Joe\" Müller\n😀",
                "LOT-7",
                "pump",
                3,
                UnitVerdict.PASS,
                Optional.empty(),
                1,
                Instant.parse("2026-11-30T08:00:00Z"),
                Duration.ofMillis(4_321),
                List.of(
                        new UnitRecord.Step("credential", "done", Duration.ofMillis(20), Optional.empty()),
                        new UnitRecord.Step("test", "done", Duration.ofMillis(800), Optional.empty())),
                Optional.of("ab".repeat(32)),
                publicKey,
                Optional.of(new TlsFacts("TLS 1.3", "TLS_AES_128_GCM_SHA256", "cd".repeat(32))),
                "(21)" + serial,
                "",
                List.of("CHILD-1"),
                Map.of("voltage", "3.31", "größe", "1"),
                List.of(),
                Proven.NONE,
                Optional.empty(),
                "");
    }
}
