package dev.gangway.faultlab;

import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Endpoint.Transport;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Proxy;
import dev.gangway.bench.model.TlsOptions.Version;
import dev.gangway.faultlab.HostileServer.Manners;
import dev.gangway.faultlab.Phase.Attempt;
import dev.gangway.faultlab.Phase.Speech;
import dev.gangway.pki.Identity;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Everything below MQTT: proxies, TLS, WebSocket. */
final class ConnectionPhases {
    static final Identity ROOT = Forge.authority("CN=Root of phases").make();
    static final Identity SERVER =
            Forge.server("CN=localhost", "localhost").by(ROOT).make();

    private static final Speech HTTP = Speech.text("HTTP/1.1 200 O", "HTTP/1.1 200 OK\r\n", "X-More: and more\r\n");
    private static final Speech SOCKS = Speech.hex("05", "0500");
    private static final Speech UPGRADE =
            Speech.text("HTTP/1.1 101 Sw", "HTTP/1.1 101 Switching Protocols\r\n", "X-More: and more\r\n");

    /** A handshake record cut short; and a request to begin anew, which TLS 1.3 does not know and 1.2 lets pass. */
    private static final Speech TLS = Speech.hex("16030304000200", "160303000400000000");

    /** A frame of 256 bytes cut short; and empty frames. */
    private static final Speech FRAMES = Speech.hex("827e010020", "8200");

    static final List<Phase> ALL = List.of(
            new Phase("HTTP proxy", HTTP, stage -> proxied(stage, Proxy.Kind.HTTP, stage.misbehaving())),
            new Phase("SOCKS proxy: greeting", SOCKS, stage -> proxied(stage, Proxy.Kind.SOCKS5, stage.misbehaving())),
            new Phase(
                    "SOCKS proxy: reply",
                    Speech.hex("050000", "0500000100000000"),
                    stage ->
                            proxied(stage, Proxy.Kind.SOCKS5, Stage.answering(new byte[] {5, 0}, stage.misbehaving()))),
            new Phase("TLS behind an HTTP proxy", TLS, ConnectionPhases::tlsBehindProxy),
            new Phase("TLS", TLS, stage -> Attempts.test(Lab.tls(stage.port(stage.misbehaving()), ROOT.leaf(), "t"))),
            new Phase("TLS 1.3 after ServerHello", TLS, stage -> tls(stage, Version.TLS_1_3, (index, _) -> index == 1)),
            new Phase(
                    "TLS 1.3 after ChangeCipherSpec",
                    TLS,
                    stage -> tls(stage, Version.TLS_1_3, (_, type) -> type == TlsRelay.APPLICATION_DATA)),
            new Phase(
                    "TLS 1.2 instead of Finished", TLS, stage -> tls(stage, Version.TLS_1_2, (_, type) -> type == 20)),
            new Phase(
                    "TLS 1.2, after the handshake",
                    TLS,
                    stage -> tls(stage, Version.TLS_1_2, (_, type) -> type == TlsRelay.APPLICATION_DATA)),
            new Phase("WebSocket upgrade", UPGRADE, stage -> webSocket(stage.port(stage.misbehaving()), Transport.WS)),
            new Phase("WebSocket frames", FRAMES, stage -> webSocket(stage.port(upgrading(stage)), Transport.WS)),
            new Phase(
                    "secure WebSocket upgrade",
                    UPGRADE,
                    stage -> webSocket(stage.port(SERVER, stage.misbehaving()), Transport.WSS)),
            new Phase(
                    "secure WebSocket frames",
                    FRAMES,
                    stage -> webSocket(stage.port(SERVER, upgrading(stage)), Transport.WSS)),
            new Phase("the question whether a port speaks TLS", TLS, ConnectionPhases::probed));

    private ConnectionPhases() {}

    private static Attempt proxied(Stage stage, Proxy.Kind kind, Manners manners) {
        return Attempts.test(through(kind, stage.port(manners), Lab.plain(1883, "t")));
    }

    private static Attempt tlsBehindProxy(Stage stage) {
        byte[] granted = "HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        int port = stage.port(Stage.answering(granted, stage.misbehaving()));
        return Attempts.test(through(Proxy.Kind.HTTP, port, Lab.tls(8883, ROOT.leaf(), "t")));
    }

    private static Plan through(Proxy.Kind kind, int port, Plan plan) {
        return plan.through(new Proxy(kind, "localhost", port, Optional.empty(), Optional.empty()));
    }

    private static Attempt tls(Stage stage, Version version, TlsRelay.Turn turn) {
        int server = stage.port(SERVER, Stage.answering(new byte[] {0x20, 3, 0, 0, 0}, HostileServer::waitForEnd));
        Plan plan = Lab.tls(stage.port(TlsRelay.until(server, turn, stage)), ROOT.leaf(), "t");
        return Attempts.test(plan.withTls(plan.tls().withVersions(List.of(version))));
    }

    private static Attempt webSocket(int port, Transport transport) {
        return Attempts.test(Lab.tls(1, ROOT.leaf(), "t").at(new Endpoint("localhost", port, transport, "/mqtt")));
    }

    private static Manners upgrading(Stage stage) {
        return socket -> {
            String request = read(socket);
            String key = request.split("Sec-WebSocket-Key: ", 2)[1].split("\r\n", 2)[0];
            socket.getOutputStream()
                    .write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                    + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            stage.misbehaving().treat(socket);
        };
    }

    private static String read(Socket socket) throws IOException {
        byte[] buffer = new byte[4096];
        int count = socket.getInputStream().read(buffer);
        return new String(buffer, 0, Math.max(0, count), StandardCharsets.US_ASCII);
    }

    private static String accept(String key) {
        try {
            byte[] both = (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1").digest(both));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Hangs up on the first connection, so that the bench asks with TLS; misbehaves on that. */
    private static Attempt probed(Stage stage) {
        AtomicInteger connections = new AtomicInteger();
        return Attempts.test(Lab.plain(
                stage.port(socket -> {
                    if (connections.getAndIncrement() == 0) {
                        HostileServer.readSome(socket);
                    } else {
                        stage.misbehaving().treat(socket);
                    }
                }),
                "t"));
    }
}
