package dev.gangway.ui;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import javafx.animation.AnimationTimer;

/**
 * From one frame to the next, by the clock and by the processor time of the UI thread: the clock includes whatever else
 * the machine does. UI thread only, but for {@link #print} and {@link #count} once it was stopped.
 */
public final class FrameTimes extends AnimationTimer {
    private static final double[] PARTS = {0.5, 0.95, 0.99, 0.999};

    private final long[] nanos;
    private final long[] spent;
    private int count;
    private long last;
    private long lastSpent;

    /** Keeps this many frames; what comes later is passed over. */
    public FrameTimes(int most) {
        nanos = new long[most];
        spent = new long[most];
    }

    /** Forgets what it measured, and measures from the next frame on. */
    public void begin() {
        count = 0;
        goOn();
    }

    /** Measures from the next frame on, after it was stopped. */
    public void goOn() {
        last = 0;
        start();
    }

    /** Frames that were measured. */
    public int count() {
        return count;
    }

    @Override
    public void handle(long now) {
        long processor = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        if (last > 0 && count < nanos.length) {
            spent[count] = processor - lastSpent;
            nanos[count++] = now - last;
        }
        last = now;
        lastSpent = processor;
    }

    /** Prints how long frames took, of those in this many seconds. */
    public void print(double seconds) {
        row("frames a second", count / seconds);
        parts("frame time", nanos);
        parts("UI thread's processor time for a frame", spent);
    }

    private void parts(String what, long[] values) {
        long[] sorted = Arrays.copyOf(values, count); // the last one may still be drawn
        Arrays.sort(sorted);
        for (double part : PARTS) {
            row(String.format(Locale.ROOT, "%s p%s, ms", what, 100 * part), sorted[(int) (count * part)] / 1e6);
        }
        row(what + " max, ms", sorted[count - 1] / 1e6);
        row(
                what + ", frames over 32 ms",
                Arrays.stream(sorted).filter(each -> each > 32_000_000).count());
    }

    /** A line of the table. */
    public static void row(String what, double value) {
        System.out.printf(Locale.ROOT, "%-56s %,12.1f%n", what, value);
    }
}
