package dev.gangway.ui.kit;

import dev.gangway.settings.PropertiesFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Scene;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How somebody has arranged the columns of tables, from one start to the next, in a file of its own beside the settings.
 * Tables that have an id and whose columns grow with the text ({@link Em#scale}) find it through their scene. Used on the
 * UI thread only.
 */
public final class KeptColumns {
    /** Name of the file. */
    public static final String FILE = "tables.properties";

    private static final Logger LOG = LoggerFactory.getLogger(KeptColumns.class);
    private static final double NARROWEST = 10;
    private static final double WIDEST = 10_000;

    private final Path file;
    private final Properties kept;
    private boolean isChanged;

    /** Reads the file; one that is damaged or not there leaves all tables as they are made. */
    public KeptColumns(Path file) {
        this.file = file;
        kept = read(file);
    }

    /** Serves the tables of this scene from now on. */
    public void serve(Scene scene) {
        scene.getProperties().put(KeptColumns.class, this);
    }

    /** Writes the file where something was changed; blocks for disk, for a moment. */
    public void keep() {
        if (!isChanged) {
            return;
        }
        try {
            PropertiesFile.write(kept, file);
            isChanged = false;
        } catch (IOException refused) {
            LOG.warn("{} cannot be written, the columns of tables are not kept", file);
        }
    }

    static Optional<KeptColumns> of(Scene scene) {
        return Optional.ofNullable((KeptColumns) scene.getProperties().get(KeptColumns.class));
    }

    /** How a table was left; empty where nobody has changed it, or it has other columns now. */
    Optional<Arrangement> of(String table, int columns) {
        try {
            String widths = kept.getProperty(table + ".widths");
            if (widths == null) {
                return Optional.empty();
            }
            Arrangement arrangement = new Arrangement(
                    split(widths).map(Double::valueOf).toList(),
                    numbers(table + ".order"),
                    numbers(table + ".hidden"),
                    split(kept.getProperty(table + ".sort", "")).toList());
            return arrangement.fits(columns) ? Optional.of(arrangement) : Optional.empty();
        } catch (NumberFormatException damaged) {
            LOG.warn("{} does not say how the table {} was, it looks as usual", file, table);
            return Optional.empty();
        }
    }

    void put(String table, Arrangement now) {
        kept.setProperty(table + ".widths", joined(now.widths()));
        kept.setProperty(table + ".order", joined(now.order()));
        kept.setProperty(table + ".hidden", joined(now.hidden()));
        kept.setProperty(table + ".sort", joined(now.sort()));
        isChanged = true;
    }

    private List<Integer> numbers(String key) {
        return split(kept.getProperty(key, "")).map(Integer::valueOf).toList();
    }

    private static Stream<String> split(String list) {
        return Stream.of(list.split(",", -1)).map(String::strip).filter(each -> !each.isEmpty());
    }

    private static String joined(List<?> list) {
        return list.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static Properties read(Path file) {
        if (!Files.exists(file)) {
            return new Properties();
        }
        try {
            return PropertiesFile.read(file);
        } catch (IOException unreadable) {
            LOG.warn("{} cannot be read, tables look as usual", file);
            return new Properties();
        }
    }

    /**
     * How the columns of a table stand. Columns are numbered from 0 as the table was made.
     *
     * @param widths of each column, in pixels at a text size of 100 %
     * @param order all columns, from the left
     * @param hidden those that are not shown
     * @param sort by which columns it is sorted, the first counts most; {@code +} or {@code -} before each for upwards and
     *     downwards
     */
    record Arrangement(List<Double> widths, List<Integer> order, List<Integer> hidden, List<String> sort) {
        /** Whether it is one of a table with so many columns, and leaves something of it to be seen. */
        boolean fits(int columns) {
            List<Integer> all = IntStream.range(0, columns).boxed().toList();
            return widths.size() == columns
                    && widths.stream().allMatch(width -> width >= NARROWEST && width <= WIDEST)
                    && order.stream().sorted().toList().equals(all)
                    && all.containsAll(hidden)
                    && hidden.size() < columns
                    && sort.stream().allMatch(each -> each.matches("[+-]\\d{1,3}") && column(each) < columns);
        }

        /** The column of an entry of {@link #sort}. */
        static int column(String sorted) {
            return Integer.parseInt(sorted.substring(1));
        }
    }
}
