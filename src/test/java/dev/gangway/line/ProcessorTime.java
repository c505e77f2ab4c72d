package dev.gangway.line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Processor time that this program and a server have used, by Linux's account of their threads, without those that compile:
 * what they take is over after some thousand units. What else runs on the machine changes it little.
 */
final class ProcessorTime {
    /** Linux counts a hundred ticks a second. */
    private static final double TICK_MILLIS = 10;

    private final Map<Path, Long> compiling = new HashMap<>();
    private final long server;
    private double here;
    private double there;

    ProcessorTime(long server) {
        this.server = server;
        perUnit(1);
    }

    /** Milliseconds a unit, of both together, since it was asked last. */
    double perUnit(int units) {
        double before = here;
        here = used(ProcessHandle.current().pid());
        return (here - before) / units + there(units);
    }

    /** The same of the server alone. */
    double there(int units) {
        double before = there;
        there = used(server);
        return (there - before) / units;
    }

    private double used(long process) {
        long all = ticks(Path.of("/proc/" + process + "/stat")).ticks();
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/" + process + "/task"))) {
            for (Path thread : threads) {
                Used used = ticks(thread.resolve("stat"));
                if (used.name().contains("CompilerThre")) {
                    compiling.put(thread, used.ticks()); // what one that has ended took is remembered
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long compiled = compiling.entrySet().stream()
                .filter(each -> each.getKey().startsWith("/proc/" + process))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return (all - compiled) * TICK_MILLIS;
    }

    private record Used(String name, long ticks) {}

    /** Of a process with all threads that it ever had, or of one thread; see proc(5). */
    private static Used ticks(Path stat) {
        try {
            String line = Files.readString(stat);
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return new Used(
                    line.substring(line.indexOf('(') + 1, line.lastIndexOf(')')),
                    Long.parseLong(fields[11]) + Long.parseLong(fields[12]));
        } catch (IOException gone) {
            return new Used("", 0); // a thread that has ended meanwhile
        }
    }
}
