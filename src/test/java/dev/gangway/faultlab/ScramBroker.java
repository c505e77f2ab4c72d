package dev.gangway.faultlab;

import dev.gangway.bench.mqtt.ScramServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Speaks just enough MQTT 5 for one enhanced authentication with SCRAM-SHA-256, honestly or not. */
public final class ScramBroker implements HostileServer.Manners {
    /** Who may come in. */
    public static final String USER = "lab";
    /** And by which password. */
    public static final String PASSWORD = "lab-password";

    private static final int CONTINUE = 0x18;

    /** Changes what the server says; texts are those of RFC 5802. */
    private final UnaryOperator<String> challenge;

    private final UnaryOperator<String> proof;
    private final Again again;
    private final int iterations;

    /** What becomes of a second authentication. */
    enum Again {
        ACCEPTED,
        REFUSED,
        HUNG_UP,
        UNANSWERED
    }

    private ScramBroker(UnaryOperator<String> challenge, UnaryOperator<String> proof, Again again) {
        this(challenge, proof, again, 4096);
    }

    private ScramBroker(UnaryOperator<String> challenge, UnaryOperator<String> proof, Again again, int iterations) {
        this.iterations = iterations;
        this.challenge = challenge;
        this.proof = proof;
        this.again = again;
    }

    /** One that keeps to the protocol. */
    public static ScramBroker honest() {
        return new ScramBroker(UnaryOperator.identity(), UnaryOperator.identity(), Again.ACCEPTED);
    }

    /** Honest, with this many iterations. */
    static ScramBroker iterating(int times) {
        return new ScramBroker(UnaryOperator.identity(), UnaryOperator.identity(), Again.ACCEPTED, times);
    }

    static ScramBroker challenging(UnaryOperator<String> change) {
        return new ScramBroker(change, UnaryOperator.identity(), Again.ACCEPTED);
    }

    static ScramBroker proving(UnaryOperator<String> change) {
        return new ScramBroker(UnaryOperator.identity(), change, Again.ACCEPTED);
    }

    static ScramBroker whenAskedAgain(Again again) {
        return new ScramBroker(UnaryOperator.identity(), UnaryOperator.identity(), again);
    }

    @Override
    public void treat(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        OutputStream out = socket.getOutputStream();
        Optional<byte[]> finish = exchange(in, out);
        if (finish.isEmpty()) {
            out.write(new byte[] {0x20, 3, 0, (byte) 0x87, 0});
            return;
        }
        out.write(packet(0x20, new byte[] {0, 0}, finish.get()));
        for (int type = in.read(); type >= 0; type = in.read()) {
            byte[] body = in.readNBytes(length(in));
            switch (type >> 4) {
                case 3 -> out.write(new byte[] {0x40, 2, 0, 1});
                case 15 -> {
                    switch (again) {
                        case ACCEPTED ->
                            out.write(packet(
                                    0xF0,
                                    new byte[] {0},
                                    exchange(body, in, out).orElseThrow()));
                        case REFUSED -> {
                            out.write(new byte[] {(byte) 0xE0, 2, (byte) 0x87, 0});
                            return;
                        }
                        case HUNG_UP -> {
                            return;
                        }
                        case UNANSWERED -> {
                            // that is the fault
                        }
                    }
                }
                default -> {
                    // nothing to say
                }
            }
        }
    }

    private Optional<byte[]> exchange(InputStream in, OutputStream out) throws IOException {
        in.read();
        return exchange(in.readNBytes(length(in)), in, out);
    }

    /** From the client's first message, in CONNECT or AUTH, to the server's last; empty where the proof is wrong. */
    private Optional<byte[]> exchange(byte[] first, InputStream in, OutputStream out) throws IOException {
        ScramServer scram = new ScramServer(256, USER, PASSWORD, iterations, "fault-lab");
        String begin = after("n,,", first);
        String asked = new String(
                scram.challenge(begin.getBytes(StandardCharsets.UTF_8)).orElseThrow(), StandardCharsets.UTF_8);
        out.write(packet(0xF0, new byte[] {CONTINUE}, challenge.apply(asked).getBytes(StandardCharsets.UTF_8)));
        if (in.read() < 0) {
            throw new IOException("the client had enough");
        }
        String answer = after("c=biws", in.readNBytes(length(in)));
        return scram.conclude(answer.getBytes(StandardCharsets.UTF_8))
                .map(proven ->
                        proof.apply(new String(proven, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
    }

    /** The authentication data in a packet of our own client, which ends with it or with an empty client id's length. */
    private static String after(String start, byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        int at = text.indexOf(start);
        int length = (body[at - 2] & 0xFF) << 8 | body[at - 1] & 0xFF;
        return text.substring(at, at + length);
    }

    private static byte[] packet(int type, byte[] head, byte[] data) {
        ByteArrayOutputStream properties = new ByteArrayOutputStream();
        byte[] method = "SCRAM-SHA-256".getBytes(StandardCharsets.US_ASCII);
        properties.write(0x15);
        properties.write(0);
        properties.write(method.length);
        properties.writeBytes(method);
        if (data.length > 0) {
            properties.write(0x16);
            properties.write(data.length >> 8);
            properties.write(data.length);
            properties.writeBytes(data);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(head);
        variable(body, properties.size());
        body.writeBytes(properties.toByteArray());
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(type);
        variable(whole, body.size());
        whole.writeBytes(body.toByteArray());
        return whole.toByteArray();
    }

    private static void variable(ByteArrayOutputStream out, int value) {
        int rest = value;
        do {
            int low = rest & 0x7F;
            rest >>>= 7;
            out.write(rest > 0 ? low | 0x80 : low);
        } while (rest > 0);
    }

    private static int length(InputStream in) throws IOException {
        int value = 0;
        for (int shift = 0; shift < 28; shift += 7) {
            int next = in.read();
            value |= (next & 0x7F) << shift;
            if (next < 0x80) {
                break;
            }
        }
        return value;
    }
}
