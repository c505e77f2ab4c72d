package dev.gangway.line.record;

import dev.gangway.line.unit.UnitVerdict;
import dev.gangway.vault.memory.MemoryVault;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the golden export of a new format; that of a format which was released is never made anew. */
final class GoldenRecords {
    private GoldenRecords() {}

    static void main(String... file) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-30T09:00:00Z"), ZoneOffset.UTC);
        RecordChain chain = new RecordChain(new MemoryVault("golden", clock), clock);
        UnitRecord unit = Records.unit("PX1", Optional.of("MCowBQYDK2VwAyEA"));
        chain.append("one", unit).orThrow();
        chain.append("zwei ä€😀", unit.withParts("", "PARENT", List.of(), Map.of()))
                .orThrow();
        chain.append("one", unit.as(UnitRecord.Event.CORRECTION, UnitVerdict.FAIL, Optional.of(1L), "mixed up"))
                .orThrow();
        chain.append("one", unit.as(UnitRecord.Event.REPRINT, UnitVerdict.PASS, Optional.empty(), "smeared"))
                .orThrow();
        new RecordExport(chain)
                .write(Path.of(file[0]), RecordExport.Form.JSON, List.of(), _ -> true)
                .orThrow();
    }
}
