package dev.gangway.line.batch;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.line.unit.UnitOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A list as ThingsBoard's bulk import takes it: {@code name,type,label} and a column for each attribute, UTF-8 without
 * mark, commas, a heading. Only lines in which nothing is bad: ThingsBoard overwrites a device that it does not name
 * when a name is blank, and imports a line that is too short without a word (measured with 4.3.1.3). Credentials are not
 * in it.
 */
public final class ThingsBoardCsv {
    private ThingsBoardCsv() {}

    /**
     * Writes the file; fails where there is one.
     *
     * @return how many lines were written
     */
    public static Outcome<Long> write(UnitList list, LineReading reading, Path target) {
        List<String> attributes = ResultFile.attributesOf(list.mapping());
        long[] count = new long[1];
        try (CsvWriter writer = CsvWriter.builder()
                .build(target, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            List<String> heading = new ArrayList<>(List.of("name", "type", "label"));
            heading.addAll(attributes);
            writer.writeRecord(heading);
            SeenOnce names = new SeenOnce();
            return list.read(line -> {
                        LineReading.Read read = reading.read(line);
                        UnitOrder order = read.order();
                        if (read.bad().isEmpty() && names.firstLine(order.name(), line.number()) == 0) {
                            List<String> cells = new ArrayList<>(
                                    List.of(order.name(), order.recipe().profile(), order.label()));
                            attributes.forEach(
                                    key -> cells.add(order.attributes().getOrDefault(key, "")));
                            writer.writeRecord(cells);
                            count[0]++;
                        }
                        return true;
                    })
                    .map(_ -> count[0]);
        } catch (FileAlreadyExistsException e) {
            return Diagnosis.of(BatchCode.RESULTS_EXIST)
                    .with("file", target)
                    .remedy("batch.resume-or-other-file")
                    .failed();
        } catch (IOException | UncheckedIOException e) {
            return ResultFile.unwritable(target);
        }
    }
}
