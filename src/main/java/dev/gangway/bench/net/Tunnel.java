package dev.gangway.bench.net;

import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.Message;
import dev.gangway.bench.event.NetDetail;
import dev.gangway.bench.event.ProtocolSniffer;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Proxy;
import dev.gangway.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Asks a proxy for a way through to the server; the proxy resolves the server's name. */
public final class Tunnel {
    private static final String REQUEST = "Proxy request";
    private static final String ANSWER = "Proxy answer";
    private static final String AUTHORIZATION = "Proxy-Authorization:";
    private static final int VERSION = 5;
    private static final int NO_LOGIN = 0;
    private static final int PASSWORD = 2;
    private static final int REFUSED = 0xFF;
    private static final int V4 = 1;
    private static final int NAME = 3;
    private static final int V6 = 4;
    private static final int LONGEST = 255;

    private final TracedSocket wire;
    private final Timeline timeline;

    private Tunnel(TracedSocket wire, Timeline timeline) {
        this.wire = wire;
        this.timeline = timeline;
    }

    /** Opens the way; true where the proxy did. */
    public static boolean open(TracedSocket wire, Proxy proxy, Endpoint endpoint, Timeline timeline) {
        Tunnel tunnel = new Tunnel(wire, timeline);
        try {
            boolean open =
                    proxy.kind() == Proxy.Kind.HTTP ? tunnel.http(proxy, endpoint) : tunnel.socks(proxy, endpoint);
            wire.throughProxy();
            return open;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean http(Proxy proxy, Endpoint endpoint) throws IOException {
        String authority = endpoint.authority();
        StringBuilder request = new StringBuilder("CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n");
        proxy.userName()
                .ifPresent(user -> request.append(AUTHORIZATION)
                        .append(" Basic ")
                        .append(Base64.getEncoder()
                                .encodeToString((user + ":" + password(proxy)).getBytes(StandardCharsets.UTF_8)))
                        .append("\r\n"));
        request.append("\r\n");
        HttpHead.noteRequest(request.toString(), AUTHORIZATION, Layer.PROXY, REQUEST, timeline);
        wire.out().write(request.toString().getBytes(StandardCharsets.UTF_8));
        return HttpHead.read(wire.in(), Layer.PROXY, ANSWER, timeline)
                .filter(head -> head.status() / 100 == 2)
                .isPresent();
    }

    private boolean socks(Proxy proxy, Endpoint endpoint) throws IOException {
        if (!fits(endpoint.host())) {
            timeline.note(
                    Layer.PROXY, REQUEST, "the name is too long for SOCKS", new NetDetail.NotResolved(endpoint.host()));
            return false;
        }
        if (!fits(proxy.userName().orElse("")) || !fits(password(proxy))) {
            return answered(REFUSED);
        }
        int method = proxy.userName().isPresent() ? PASSWORD : NO_LOGIN;
        note(Direction.OUT, REQUEST, "SOCKS 5 to " + endpoint.authority(), new Detail.Plain());
        wire.out().write(new byte[] {5, 1, (byte) method});
        InputStream in = wire.in();
        if (isForeign(need(in))) {
            return false;
        }
        if (need(in) != method) {
            return answered(REFUSED);
        }
        if (method == PASSWORD && !login(proxy, in)) {
            return answered(REFUSED);
        }
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(new byte[] {VERSION, 1, 0});
        request.writeBytes(address(endpoint.host()));
        request.write(endpoint.port() >> 8);
        request.write(endpoint.port());
        wire.out().write(request.toByteArray());
        if (isForeign(need(in))) {
            return false;
        }
        int code = need(in);
        need(in);
        int type = need(in);
        int rest = switch (type) {
            case V4 -> 4;
            case NAME -> need(in);
            case V6 -> 16;
            default -> -1;
        };
        if (rest < 0) {
            return foreign();
        }
        for (int i = 0; i < rest + 2; i++) {
            need(in);
        }
        return answered(code);
    }

    /** Whether its length can be said in one byte, as SOCKS does (RFC 1928, section 5; RFC 1929, section 2). */
    private static boolean fits(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }

    /** Type and address (RFC 1928, section 5): an address as such, for a proxy need not read one out of a name. */
    static byte[] address(String host) {
        Optional<InetAddress> literal = Resolver.literal(host);
        byte[] bytes = literal.map(InetAddress::getAddress).orElseGet(() -> host.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (literal.isPresent()) {
            out.write(bytes.length == 4 ? V4 : V6);
        } else {
            out.write(NAME);
            out.write(bytes.length);
        }
        out.writeBytes(bytes);
        return out.toByteArray();
    }

    /** Whether this first byte is of no SOCKS 5 proxy; noted. */
    private boolean isForeign(int version) {
        return version != VERSION && !foreign();
    }

    /** Notes an answer that is none; false, for there is no way through. */
    private boolean foreign() {
        timeline.add(Layer.PROXY, Direction.IN, ProtocolSniffer.message(wire.firstBytes()));
        return false;
    }

    private boolean login(Proxy proxy, InputStream in) throws IOException {
        byte[] user = proxy.userName().orElse("").getBytes(StandardCharsets.UTF_8);
        byte[] password = password(proxy).getBytes(StandardCharsets.UTF_8);
        wire.out().write(new byte[] {1, (byte) user.length});
        wire.out().write(user);
        wire.out().write((byte) password.length);
        wire.out().write(password);
        need(in);
        return need(in) == 0;
    }

    private boolean answered(int code) {
        note(
                Direction.IN,
                ANSWER,
                code == 0 ? "SOCKS 5 · granted" : "SOCKS 5 · refused (" + code + ")",
                new NetDetail.SocksReply(code));
        return code == 0;
    }

    private void note(Direction direction, String name, String summary, Detail detail) {
        timeline.add(Layer.PROXY, direction, Message.of(name, summary, detail));
    }

    private static String password(Proxy proxy) {
        return proxy.password().map(Secret::reveal).orElse("");
    }

    private static int need(InputStream in) throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new IOException("the proxy hung up");
        }
        return next;
    }
}
