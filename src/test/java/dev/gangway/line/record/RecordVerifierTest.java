package dev.gangway.line.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.line.unit.UnitVerdict;
import dev.gangway.vault.memory.MemoryVault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordVerifierTest {
    private static final Path SCRIPT = Path.of("src/test/resources/dev/gangway/line/record/verify.py");
    private static final Path GOLDEN = Path.of("src/test/resources/dev/gangway/line/record/records-1.jsonl");

    @TempDir
    private Path folder;

    private final RecordChain chain = new RecordChain(new MemoryVault("tester", Clock.systemUTC()), Clock.systemUTC());
    private List<String> lines = List.of();
    private int files;

    @BeforeEach
    void records() throws IOException {
        for (int i = 0; i < 40; i++) {
            chain.append(i % 2 == 0 ? "one" : "zwei", Records.unit("PX" + i, Optional.empty()))
                    .orThrow();
        }
        Path file = folder.resolve("sound.jsonl");
        assertThat(new RecordExport(chain)
                        .write(file, RecordExport.Form.JSON, List.of(), _ -> true)
                        .orThrow())
                .isEqualTo(40);
        lines = Files.readAllLines(file);
    }

    @Test
    void aSoundFileIsSoundHereAndForAnother() throws Exception {
        RecordVerifier.Result result = verify(lines);
        assertThat(result.findings()).isEmpty();
        assertThat(result.records()).isEqualTo(40);
        assertThat(python(lines)).startsWith("sound: 40");
    }

    /** A file of the first format, written once. */
    @Test
    void theGoldenFileIsSound() throws Exception {
        List<String> golden = Files.readAllLines(GOLDEN);
        assertThat(verify(golden).findings()).isEmpty();
        assertThat(verify(golden).records()).isEqualTo(4);
        assertThat(python(golden)).startsWith("sound: 4");
    }

    @Test
    void everyChangedByteIsFound() throws Exception {
        Random random = new Random(8785);
        for (int round = 0; round < 300; round++) {
            int at = 1 + random.nextInt(lines.size() - 1);
            byte[] line = lines.get(at).getBytes(StandardCharsets.UTF_8);
            int place = random.nextInt(line.length);
            byte changed = (byte) (line[place] ^ 1 << random.nextInt(7));
            if (changed == '\n') {
                continue;
            }
            line[place] = changed;
            List<String> forged = new ArrayList<>(lines);
            forged.set(at, new String(line, StandardCharsets.ISO_8859_1));
            Path file = folder.resolve("bytes");
            Files.write(file, joined(lines, at, line));
            RecordVerifier.Result result = RecordVerifier.verify(file, Map.of()).orThrow();
            assertThat(result.isSound())
                    .as("line %d: %s", at + 1, forged.get(at))
                    .isFalse();
        }
    }

    @Test
    void aChangedRecordIsNamed() throws Exception {
        for (int at = 1; at <= 40; at++) {
            List<String> forged = new ArrayList<>(lines);
            forged.set(at, lines.get(at).replace("\"PASS\"", "\"FAIL\""));
            JsonNode record = new ObjectMapper().readTree(lines.get(at));
            assertThat(verify(forged).findings()).singleElement().satisfies(found -> {
                assertThat(found.kind()).isEqualTo(RecordFinding.Kind.CHANGED);
                assertThat(found.serial()).isEqualTo(record.get("serial").asText());
                assertThat(found.number()).isEqualTo(record.get("number").asLong());
                assertThat(found.station()).isEqualTo(record.get("station").asText());
            });
            assertThat(at > 3 ? "changed" : python(forged)).contains("changed");
        }
    }

    @Test
    void aChangedNumberDoesNotHideTheRest() throws Exception {
        List<String> forged = new ArrayList<>(lines);
        forged.set(5, lines.get(5).replaceFirst("\"number\":[0-9]+", "\"number\":999999"));
        assertThat(verify(forged).findings())
                .singleElement()
                .satisfies(found -> assertThat(found.kind()).isEqualTo(RecordFinding.Kind.CHANGED));
    }

    @Test
    void missingSwappedAndDoubledRecordsAreNamed() throws Exception {
        for (int at = 1; at <= 40; at++) {
            JsonNode record = new ObjectMapper().readTree(lines.get(at));
            List<String> without = new ArrayList<>(lines);
            without.remove(at);
            assertThat(verify(without).findings()).singleElement().satisfies(found -> {
                assertThat(found.kind()).isEqualTo(RecordFinding.Kind.MISSING);
                assertThat(found.number()).isEqualTo(record.get("number").asLong());
                assertThat(found.station()).isEqualTo(record.get("station").asText());
            });
            List<String> twice = new ArrayList<>(lines);
            twice.add(at, lines.get(at));
            assertThat(verify(twice).findings()).singleElement().satisfies(found -> {
                assertThat(found.kind()).isEqualTo(RecordFinding.Kind.DOUBLE);
                assertThat(found.serial()).isEqualTo(record.get("serial").asText());
            });
        }
        List<String> swapped = new ArrayList<>(lines);
        Collections.swap(swapped, 1, 3);
        assertThat(verify(swapped).findings())
                .extracting(RecordFinding::kind)
                .contains(RecordFinding.Kind.SWAPPED)
                .doesNotContain(RecordFinding.Kind.CHANGED, RecordFinding.Kind.MISSING);
        assertThat(python(swapped)).contains("order");
    }

    @Test
    void aFileThatIsCutSaysSo() throws Exception {
        assertThat(verify(lines.subList(0, 30)).findings())
                .extracting(RecordFinding::kind)
                .containsExactly(RecordFinding.Kind.NO_END, RecordFinding.Kind.NO_END);
        Path file = Files.writeString(folder.resolve("cut"), lines.get(1));
        assertThat(RecordVerifier.verify(file, Map.of()).failure().orElseThrow().is(RecordCode.NOT_RECORDS))
                .isTrue();
        assertThat(RecordVerifier.verify(folder, Map.of())
                        .failure()
                        .orElseThrow()
                        .is(RecordCode.UNREADABLE))
                .isTrue();
    }

    @Test
    void anotherHandIsToldByTheKeyOfTheStation() throws Exception {
        RecordChain forged = new RecordChain(new MemoryVault("other", Clock.systemUTC()), Clock.systemUTC());
        forged.append("one", Records.unit("PX0", Optional.empty())).orThrow();
        Path file = folder.resolve("forged");
        new RecordExport(forged)
                .write(file, RecordExport.Form.JSON, List.of(), _ -> true)
                .orThrow();
        assertThat(RecordVerifier.verify(file, Map.of()).orThrow().isSound()).isTrue();
        assertThat(RecordVerifier.verify(
                                file, Map.of("one", chain.publicKey("one").orElseThrow()))
                        .orThrow()
                        .findings())
                .extracting(RecordFinding::kind)
                .contains(RecordFinding.Kind.OTHER_KEY, RecordFinding.Kind.CHANGED);
    }

    @Test
    void aCorrectionIsAddedAndNeedsItsReason() {
        UnitRecord unit = Records.unit("PX0", Optional.empty());
        assertThat(chain.append("one", unit.as(UnitRecord.Event.CORRECTION, UnitVerdict.FAIL, Optional.of(1L), " "))
                        .failure()
                        .orElseThrow()
                        .is(RecordCode.WITHOUT_REASON))
                .isTrue();
        assertThat(chain.append("one", unit.as(UnitRecord.Event.CORRECTION, UnitVerdict.FAIL, Optional.of(99L), "why"))
                        .failure()
                        .orElseThrow()
                        .is(RecordCode.CORRECTS_NONE))
                .isTrue();
        assertThat(chain.append("one", unit.as(UnitRecord.Event.CORRECTION, UnitVerdict.FAIL, Optional.of(1L), "why"))
                        .orThrow()
                        .number())
                .isEqualTo(21);
        assertThat(chain.about("PX0")).hasSize(2);
    }

    @Test
    void tablesAndOpenHtfHaveTheirShape() throws Exception {
        Path csv = folder.resolve("t.csv");
        new RecordExport(chain)
                .write(
                        csv,
                        RecordExport.Form.CSV,
                        List.of("one"),
                        r -> r.serial().equals("PX2"))
                .orThrow();
        assertThat(Files.readString(csv))
                .as("a line end is shown as a sign: cells go to spreadsheets; JSON has it as it is")
                .contains("\"Jörg \"\"Joe\"\" Müller␊😀\"")
                .contains(",PX2,");
        Path htf = folder.resolve("t.json");
        new RecordExport(chain)
                .write(htf, RecordExport.Form.OPENHTF, List.of(), _ -> true)
                .orThrow();
        JsonNode tests = new ObjectMapper().readTree(htf.toFile());
        assertThat(tests).hasSize(40);
        assertThat(tests.get(0).get("outcome").asText()).isEqualTo("PASS");
        assertThat(tests.get(0).get("dut_id").asText()).isEqualTo("PX0");
        assertThat(tests.get(0).get("phases")).hasSize(2);
        assertThat(new RecordExport(chain)
                        .write(csv, RecordExport.Form.CSV, List.of(), _ -> true)
                        .failure()
                        .orElseThrow()
                        .is(RecordCode.UNWRITABLE))
                .isTrue();
    }

    private static byte[] joined(List<String> lines, int at, byte[] line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < lines.size(); i++) {
            out.writeBytes(i == at ? line : lines.get(i).getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        }
        return out.toByteArray();
    }

    private RecordVerifier.Result verify(List<String> content) throws IOException {
        return RecordVerifier.verify(file(content), Map.of()).orThrow();
    }

    private Path file(List<String> content) throws IOException {
        return Files.write(folder.resolve("file" + files++), content);
    }

    private String python(List<String> content) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "python3", SCRIPT.toString(), file(content).toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(said.startsWith("sound") ? 0 : 1);
        return said;
    }
}
