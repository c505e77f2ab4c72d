package dev.gangway.line.batch.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Recognises what separates cells: what most of the first lines have equally often. */
final class Separators {
    private static final char[] KNOWN = {',', ';', '\t', '|'};
    private static final int LINES = 50;

    private Separators() {}

    /** The most likely one; a comma where the file has one column. */
    static char of(Path file, TableFormat.Csv without) {
        char best = ',';
        double bestScore = 0;
        for (char each : KNOWN) {
            double score =
                    score(file, new TableFormat.Csv(without.charset(), without.mark(), each, without.preamble()));
            if (score > bestScore) {
                best = each;
                bestScore = score;
            }
        }
        return best;
    }

    /** How many of the lines have the most frequent number of cells, and a little for each cell; 0 for one cell. */
    private static double score(Path file, TableFormat.Csv format) {
        List<Integer> counts = new ArrayList<>();
        // what ends the reading is told when the file is read for good
        boolean whole = CsvTable.read(file, format, line -> {
                    if (!line.isBlank()) {
                        counts.add(line.cells().size());
                    }
                    return counts.size() < LINES;
                })
                .isOk();
        Map<Integer, Long> frequency =
                counts.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return frequency.entrySet().stream()
                .filter(each -> each.getKey() > 1)
                .mapToDouble(
                        each -> (double) each.getValue() / counts.size() + each.getKey() / 1_000.0 - (whole ? 0 : 0.5))
                .max()
                .orElse(0);
    }
}
