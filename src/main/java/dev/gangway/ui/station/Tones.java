package dev.gangway.ui.station;

import dev.gangway.line.unit.UnitVerdict;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Clip;
import javax.sound.sampled.LineUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A verdict to be heard: one high tone for a pass, two low ones for a failure, two even ones for the rest. */
final class Tones {
    private static final Logger LOG = LoggerFactory.getLogger(Tones.class);
    private static final float RATE = 22_050;
    private static final double LOUD = 60;
    private static final double SECONDS = 0.16;

    private Tones() {}

    /** Plays it on a thread of its own; a computer without a loudspeaker stays silent. */
    static void play(UnitVerdict verdict) {
        byte[] samples = switch (verdict) {
            case PASS -> tone(1_320);
            case FAIL -> both(tone(330), tone(220));
            case QUEUED, ERROR -> both(tone(660), tone(660));
        };
        Thread.ofVirtual().name("gangway-tone").start(() -> {
            try (Clip clip = AudioSystem.getClip()) {
                AudioFormat format = new AudioFormat(RATE, 8, 1, true, false);
                clip.open(format, samples, 0, samples.length);
                clip.start();
                clip.drain();
            } catch (LineUnavailableException | IllegalArgumentException | IllegalStateException silent) {
                LOG.debug("nothing here makes a sound", silent);
            }
        });
    }

    private static byte[] tone(double hertz) {
        byte[] samples = new byte[(int) (RATE * SECONDS)];
        for (int i = 0; i < samples.length; i++) {
            double fade = Math.min(1, Math.min(i, samples.length - i) / (RATE * 0.01));
            samples[i] = (byte) (LOUD * fade * Math.sin(2 * Math.PI * hertz * i / RATE));
        }
        return samples;
    }

    private static byte[] both(byte[] first, byte[] second) {
        byte[] all = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
