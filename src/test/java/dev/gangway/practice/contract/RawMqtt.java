package dev.gangway.practice.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;

/** An MQTT client that builds its packets by hand and shows those of the server as hex digits. */
public final class RawMqtt implements AutoCloseable {
    /** Stands for the end of the connection where a packet is expected. */
    public static final String CLOSED = "closed";

    private static final int TIMEOUT_MILLIS = 15_000;

    /** What CONNECT says of itself. */
    public enum Version {
        V31("MQIsdp", 3),
        V311("MQTT", 4),
        V5("MQTT", 5);

        private final String protocol;
        private final int level;

        Version(String protocol, int level) {
            this.protocol = protocol;
            this.level = level;
        }
    }

    private final Socket socket;
    private Version version = Version.V311;
    private int keepAlive = 60;

    RawMqtt(Socket socket) {
        this.socket = socket;
    }

    /** Connects with plain TCP. */
    public static RawMqtt tcp(String host, int port) {
        try {
            Socket socket = new Socket();
            socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            return new RawMqtt(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same client, which gives up after this time. */
    public RawMqtt patience(Duration wait) {
        try {
            socket.setSoTimeout(Math.toIntExact(wait.toMillis()));
            return this;
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same client, which promises a sign of life within this many seconds: up to 255, 0 for never. */
    public RawMqtt keepAlive(int seconds) {
        keepAlive = seconds;
        return this;
    }

    /** Sends CONNECT with a user name alone and returns the answer. */
    public String connect(Version chosen, String userName) {
        return connect(chosen, "client", userName, null, true);
    }

    /** Sends CONNECT and returns the answer; null leaves a field out. */
    public String connect(Version chosen, String clientId, String userName, String password, boolean clean) {
        version = chosen;
        Bytes body = new Bytes().text(chosen.protocol).octet(chosen.level);
        body.octet((userName == null ? 0 : 0x80) | (password == null ? 0 : 0x40) | (clean ? 2 : 0));
        body.octet(0).octet(keepAlive);
        properties(body).text(clientId);
        if (userName != null) {
            body.text(userName);
        }
        if (password != null) {
            body.text(password);
        }
        send(body.packet(0x10));
        return next();
    }

    /** Sends PUBLISH with packet id 1 and returns the answer. */
    public String publish(String topic, String payload, int qos) {
        send(publishPacket(topic, payload, qos));
        return next();
    }

    /** A PUBLISH with packet id 1, not sent. */
    public byte[] publishPacket(String topic, String payload, int qos) {
        Bytes body = new Bytes().text(topic);
        if (qos > 0) {
            body.octet(0).octet(1);
        }
        properties(body).raw(payload.getBytes(StandardCharsets.UTF_8));
        return body.packet(0x30 | qos << 1);
    }

    /** Sends SUBSCRIBE with packet id 2 and returns the answer. */
    public String subscribe(String filter, int qos) {
        Bytes body = new Bytes().octet(0).octet(2);
        properties(body).text(filter).octet(qos);
        send(body.packet(0x82));
        return next();
    }

    private Bytes properties(Bytes body) {
        return version == Version.V5 ? body.octet(0) : body;
    }

    /** Sends these bytes as they are. */
    public void send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next packet as hex digits, or {@link #CLOSED}. */
    public String next() {
        try {
            InputStream in = socket.getInputStream();
            int type = in.read();
            if (type < 0) {
                return CLOSED;
            }
            ByteArrayOutputStream packet = new ByteArrayOutputStream();
            packet.write(type);
            int length = 0;
            for (int shift = 0; ; shift += 7) {
                int digit = octet(in);
                packet.write(digit);
                length |= (digit & 0x7f) << shift;
                if (digit < 0x80) {
                    break;
                }
            }
            packet.write(in.readNBytes(length));
            return HexFormat.of().formatHex(packet.toByteArray());
        } catch (SocketTimeoutException e) {
            throw new AssertionError("no answer", e);
        } catch (SocketException e) {
            return CLOSED;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int octet(InputStream in) throws IOException {
        int octet = in.read();
        if (octet < 0) {
            throw new EOFException();
        }
        return octet;
    }

    /** The payload of the next packet, a PUBLISH with QoS 1. */
    public String nextPayload(String topic) {
        byte[] packet = HexFormat.of().parseHex(next());
        String text = new String(packet, StandardCharsets.UTF_8);
        assertThat(text).contains(topic);
        String after = text.substring(text.indexOf(topic) + topic.length());
        return after.substring(version == Version.V5 ? 3 : 2);
    }

    /** Asks for a sign of life. */
    public void assertOpen() {
        send(new byte[] {(byte) 0xc0, 0});
        assertThat(next()).as("answer to PINGREQ").isEqualTo("d000");
    }

    /** Expects DISCONNECT with this reason in MQTT 5, nothing in MQTT 3, and the end in both. */
    public void assertEnded(int reason) {
        if (version == Version.V5) {
            assertThat(next()).isEqualTo(String.format("e002%02x00", reason));
        }
        assertThat(next()).isEqualTo(CLOSED);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Collects the parts of a packet. */
    private static final class Bytes {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Bytes octet(int value) {
            out.write(value);
            return this;
        }

        Bytes raw(byte[] bytes) {
            out.writeBytes(bytes);
            return this;
        }

        Bytes text(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return octet(bytes.length >> 8).octet(bytes.length & 0xff).raw(bytes);
        }

        byte[] packet(int header) {
            ByteArrayOutputStream packet = new ByteArrayOutputStream();
            packet.write(header);
            int length = out.size();
            while (length > 0x7f) {
                packet.write(length & 0x7f | 0x80);
                length >>= 7;
            }
            packet.write(length);
            packet.writeBytes(out.toByteArray());
            return packet.toByteArray();
        }
    }
}
