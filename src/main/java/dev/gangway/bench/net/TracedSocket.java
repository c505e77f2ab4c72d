package dev.gangway.bench.net;

import dev.gangway.background.Cancellation;
import dev.gangway.background.Deadline;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.NetDetail.Ending;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.model.Capture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A TCP connection under test. Every read ends by the deadline, a cancel closes it, and it remembers how it ended and
 * what went over it. What is written is sent when we turn to reading, one segment a flight.
 *
 * <p>A failed write is kept quiet: the other side may have said why before it hung up, and that is still to be read.
 * One thread may read while another writes; {@link #close} is for any.
 */
public final class TracedSocket implements AutoCloseable {
    private static final int CAPTURED_BYTES = 4 << 20;
    private static final int CAPTURED_SEGMENTS = 20_000;
    private static final int FIRST_BYTES = 64;
    private static final Duration FOR_EVER = Duration.ofDays(3_650);

    private final Socket socket;
    private final Cancellation cancellation;
    private final Timeline timeline;
    private final Cancellation.Registration registration;
    private final Thread watchdog;
    private final In in = new In();
    private final OutputStream out = new Out();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream(4096);
    private final List<Capture.Segment> segments = new ArrayList<>();
    private int captured;
    private volatile int largest = Integer.MAX_VALUE;
    private byte[] first = new byte[0];
    private final Object sending = new Object();
    private volatile Deadline deadline;
    private volatile Deadline readLimit;
    private volatile boolean ranOut;
    private volatile Optional<Ending> ending = Optional.empty();

    TracedSocket(Socket socket, Deadline deadline, Cancellation cancellation, Timeline timeline) {
        this.socket = socket;
        this.deadline = deadline;
        this.readLimit = deadline;
        this.cancellation = cancellation;
        this.timeline = timeline;
        this.registration = cancellation.onCancel(() -> cut(Ending.CANCELLED));
        this.watchdog = Thread.ofVirtual().name("gangway-deadline").start(this::closeAtDeadline);
    }

    /** What the other side sends. Reading past the deadline throws; {@link #ending} then says so. */
    public InputStream in() {
        return in;
    }

    /** To the other side. Never throws for a broken connection. */
    public OutputStream out() {
        return out;
    }

    /** How the stream ended, where it did. */
    public Optional<Ending> ending() {
        return ending;
    }

    /** The first bytes that the server sent, at most 64. */
    public byte[] firstBytes() {
        return first.clone();
    }

    /** Forgets the first bytes: what comes now is from the server behind a proxy. */
    void throughProxy() {
        first = new byte[0];
    }

    /** When the run has to be over. */
    public Deadline deadline() {
        return deadline;
    }

    /** Lets reads end earlier than the run: they then throw, and the stream has not ended. */
    public void limitReads(Deadline limit) {
        readLimit = limit;
    }

    /** Takes the deadline off: the connection may last as long as both sides wish. */
    public void outlast() {
        deadline = Deadline.in(FOR_EVER);
        readLimit = deadline;
        watchdog.interrupt();
    }

    /** Whether the last read ended because its time was over. */
    public boolean ranOut() {
        return ranOut;
    }

    /** Closes because the other side has been silent for too long. */
    public void giveUp() {
        cut(Ending.TIMEOUT);
    }

    /** Sends what was written so far. */
    public void push() {
        if (pending.size() == 0) {
            return;
        }
        synchronized (sending) {
            byte[] bytes;
            synchronized (pending) {
                bytes = pending.toByteArray();
                pending.reset();
            }
            if (isCut()) {
                return;
            }
            capture(Direction.OUT, bytes);
            try {
                for (int at = 0; at < bytes.length; at += largest) {
                    socket.getOutputStream().write(bytes, at, Math.min(largest, bytes.length - at));
                }
            } catch (IOException broken) {
                // the reason may be waiting to be read
            }
        }
    }

    /** Sends no more than so many bytes at once, each in a packet of its own as far as the system goes along. */
    public void sendAtMost(int bytes) {
        largest = bytes;
    }

    /** What went over the wire so far, without secrets to read it. */
    public List<Capture.Segment> segments() {
        synchronized (segments) {
            return List.copyOf(segments);
        }
    }

    /** Our end. */
    public Optional<InetSocketAddress> local() {
        return socket.getLocalSocketAddress() instanceof InetSocketAddress address
                ? Optional.of(address)
                : Optional.empty();
    }

    /** The other end. */
    public Optional<InetSocketAddress> remote() {
        return socket.getRemoteSocketAddress() instanceof InetSocketAddress address
                ? Optional.of(address)
                : Optional.empty();
    }

    /** Sends what is pending, and closes. */
    @Override
    public void close() {
        if (ending.isEmpty()) {
            push();
            ended(Ending.BY_US);
        }
        registration.close();
        watchdog.interrupt();
        closeQuietly(socket);
    }

    static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // nothing is lost: it is not used any more
        }
    }

    /** A write can block for ever when nobody reads; only closing ends it. */
    private void closeAtDeadline() {
        try {
            Thread.sleep(deadline.left());
            cut(Ending.TIMEOUT);
        } catch (InterruptedException e) {
            // closed before
        }
    }

    /**
     * Closes while a read may wait. That sends our FIN before it stops the read, so the server's answer to it can still
     * come in between: how the stream ended is said first, and {@link #isCut} keeps that answer out.
     */
    private void cut(Ending why) {
        ended(why);
        closeQuietly(socket);
    }

    private boolean isCut() {
        return ending.filter(how -> how == Ending.TIMEOUT || how == Ending.CANCELLED)
                .isPresent();
    }

    private void capture(Direction direction, byte[] bytes) {
        synchronized (segments) {
            if (segments.size() < CAPTURED_SEGMENTS && captured + bytes.length <= CAPTURED_BYTES) {
                captured += bytes.length;
                segments.add(new Capture.Segment(timeline.micros(), direction, bytes));
            }
        }
    }

    private void received(byte[] buffer, int count) {
        byte[] bytes = Arrays.copyOf(buffer, count);
        capture(Direction.IN, bytes);
        if (first.length < FIRST_BYTES) {
            int more = Math.min(FIRST_BYTES - first.length, count);
            byte[] longer = Arrays.copyOf(first, first.length + more);
            System.arraycopy(bytes, 0, longer, first.length, more);
            first = longer;
        }
    }

    private synchronized void ended(Ending how) {
        if (ending.isEmpty()) {
            ending = Optional.of(how);
        }
    }

    private Ending broken() {
        if (cancellation.isCancelled()) {
            return Ending.CANCELLED;
        }
        return deadline.hasPassed() ? Ending.TIMEOUT : Ending.RESET;
    }

    /** Reads ahead, so that headers can be read byte by byte. */
    private final class In extends InputStream {
        private final byte[] ahead = new byte[16 * 1024];
        private int start;
        private int end;

        @Override
        public int read() throws IOException {
            return start == end && !fill() ? -1 : ahead[start++] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (length == 0) {
                return 0; // a caller that has all it wants must not wait for more
            }
            if (start == end && !fill()) {
                return -1;
            }
            int count = Math.min(length, end - start);
            System.arraycopy(ahead, start, buffer, offset, count);
            start += count;
            return count;
        }

        @Override
        public int available() throws IOException {
            return end - start + socket.getInputStream().available();
        }

        private boolean fill() throws IOException {
            push();
            Deadline limit = readLimit;
            try {
                if (limit.hasPassed()) {
                    throw new SocketTimeoutException();
                }
                ranOut = false;
                socket.setSoTimeout(limit.socketTimeoutMillis());
                start = 0;
                end = 0;
                int count = socket.getInputStream().read(ahead);
                if (isCut()) {
                    throw new SocketException("closed by us");
                }
                if (count < 0) {
                    ended(Ending.EOF);
                    return false;
                }
                end = count;
                received(ahead, count);
                return true;
            } catch (SocketTimeoutException e) {
                ranOut = true;
                if (limit == deadline || deadline.hasPassed()) {
                    ended(Ending.TIMEOUT);
                }
                throw e;
            } catch (IOException e) {
                ended(broken());
                throw e;
            }
        }
    }

    private final class Out extends OutputStream {
        @Override
        public void write(int value) {
            pending.write(value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            pending.write(bytes, offset, length);
        }
    }
}
