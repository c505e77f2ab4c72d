package dev.gangway.faultlab;

import dev.gangway.faultlab.HostileServer.Manners;
import dev.gangway.pki.Identity;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** The servers of one attempt, and what they do once the attempt has come to its phase. */
final class Stage implements AutoCloseable {
    private final Phase.Speech speech;
    private final Misdeed misdeed;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final AtomicLong sent = new AtomicLong();
    private final List<AutoCloseable> open = new ArrayList<>();

    Stage(Phase.Speech speech, Misdeed misdeed) {
        this.speech = speech;
        this.misdeed = misdeed;
    }

    /** Opened when a server begins to misbehave. */
    CountDownLatch reached() {
        return reached;
    }

    /** The port of a server that behaves like this. */
    int port(Manners manners) {
        return keep(HostileServer.start(manners)).port();
    }

    /** The same behind TLS. */
    int port(Identity identity, Manners manners) {
        return keep(HostileServer.startTls(identity, manners)).port();
    }

    /** Waits for a message, and misbehaves. */
    Manners misbehaving() {
        return socket -> {
            HostileServer.readSome(socket);
            misbehave(socket);
        };
    }

    /** Misbehaves at once. */
    void misbehave(Socket socket) throws IOException, InterruptedException {
        misbehave(socket.getOutputStream());
        if (!misdeed.hangsUp()) {
            HostileServer.waitForEnd(socket);
        }
    }

    /** Misbehaves, and returns where there is nothing more to send; whether to hang up then. */
    boolean misbehave(OutputStream out) throws IOException, InterruptedException {
        reached.countDown();
        misdeed.commit(speech, counted(out));
        return misdeed.hangsUp();
    }

    /** Bytes that were sent in misbehaving. */
    long sent() {
        return sent.get();
    }

    private OutputStream counted(OutputStream out) {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value});
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
                sent.addAndGet(length);
            }
        };
    }

    /** Answers a message with these bytes, and then goes on like that. */
    static Manners answering(byte[] bytes, Manners then) {
        return socket -> {
            HostileServer.readSome(socket);
            socket.getOutputStream().write(bytes);
            then.treat(socket);
        };
    }

    /** Closed with the stage. */
    <T extends AutoCloseable> T keep(T each) {
        open.add(each);
        return each;
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }
}
