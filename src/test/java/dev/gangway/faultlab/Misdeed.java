package dev.gangway.faultlab;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** What a server sends instead of what it should, once a run has come to the phase where it should. */
enum Misdeed {
    /** Nothing at all. */
    NOTHING {
        @Override
        void commit(Phase.Speech proper, OutputStream out) {
            // and then the server waits
        }
    },
    /** What no protocol knows. */
    GARBAGE {
        @Override
        void commit(Phase.Speech proper, OutputStream out) throws IOException {
            out.write("?\0\u007f~^§ }{ 0123456789".repeat(100).getBytes(StandardCharsets.UTF_8));
        }
    },
    /** The beginning of the right message, and then nothing. */
    HALF {
        @Override
        void commit(Phase.Speech proper, OutputStream out) throws IOException {
            out.write(proper.half());
        }
    },
    /** The beginning of the right message, and then it hangs up. */
    HALF_AND_GONE {
        @Override
        void commit(Phase.Speech proper, OutputStream out) throws IOException {
            out.write(proper.half());
        }
    },
    /** The beginning of the right message, and then a byte at a time. */
    DRIPPING {
        @Override
        void commit(Phase.Speech proper, OutputStream out) throws IOException, InterruptedException {
            out.write(proper.half());
            while (true) {
                out.write(new byte[] {'1'});
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        }
    },
    /** Zeros without end. */
    ZEROS {
        @Override
        void commit(Phase.Speech proper, OutputStream out) throws IOException {
            flood(out, new byte[] {0});
        }
    },
    /** Messages that are right by themselves, without end. */
    FLOOD {
        @Override
        void commit(Phase.Speech proper, OutputStream out) throws IOException {
            out.write(proper.beforeAFlood());
            flood(out, proper.again());
        }
    };

    private static final int PAUSE_MILLIS = 50;
    private static final int AT_ONCE = 1 << 16;

    /** Does it; returns when the server has nothing more to send, which may be never. */
    abstract void commit(Phase.Speech proper, OutputStream out) throws IOException, InterruptedException;

    /** Whether the server hangs up afterwards. */
    boolean hangsUp() {
        return this == HALF_AND_GONE;
    }

    private static void flood(OutputStream out, byte[] message) throws IOException {
        int times = Math.max(1, AT_ONCE / message.length);
        byte[] many = new byte[times * message.length];
        for (int i = 0; i < times; i++) {
            System.arraycopy(message, 0, many, i * message.length, message.length);
        }
        while (true) {
            out.write(many);
        }
    }
}
