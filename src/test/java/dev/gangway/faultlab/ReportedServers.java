package dev.gangway.faultlab;

import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.faultlab.HostileServer.Manners;
import dev.gangway.pki.Identity;
import dev.gangway.secret.Secret;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLSocket;

/** Servers that do what public reports tell of theirs, and plans to connect to them. */
final class ReportedServers implements AutoCloseable {
    static final byte[] ACCEPTED_5 = {0x20, 3, 0, 0, 0};

    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final String CLIENT = "reported-one";

    final Devices devices = new Devices();
    private final List<HostileServer> started = new ArrayList<>();

    // ---- what they answer

    /** CONNACK before MQTT 5. */
    static byte[] connack(int code) {
        return new byte[] {0x20, 2, 0, (byte) code};
    }

    /** CONNACK of MQTT 5. */
    static byte[] connack(int code, boolean five) {
        return five ? new byte[] {0x20, 3, 0, (byte) code, 0} : connack(code);
    }

    static byte[] http(int status) {
        return ("HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    static boolean isConnect(byte[] first) {
        return first.length > 8 && first[0] == 0x10;
    }

    static Predicate<byte[]> holding(String text) {
        return connect -> new String(connect, StandardCharsets.ISO_8859_1).contains(text);
    }

    /** Fixed header and name have two and six bytes in these short packets, the level one. */
    static boolean hasWill(byte[] connect) {
        return isConnect(connect) && (connect[9] & 0x04) != 0;
    }

    static int keepAlive(byte[] connect) {
        return (connect[10] & 0xFF) << 8 | connect[11] & 0xFF;
    }

    /** RabbitMQ's answers: 4 to any password but this, and 5 to this. */
    Manners knowing(String password) {
        return socket -> {
            byte[] connect = read(socket);
            boolean known = new String(connect, StandardCharsets.ISO_8859_1).endsWith(password);
            if (isConnect(connect)) {
                answer(socket, connack(known ? 5 : 4));
            }
        };
    }

    /** Refuses such a CONNECT, and accepts all others. */
    Manners refusingIf(Predicate<byte[]> refused, byte[] with) {
        return socket -> {
            byte[] connect = read(socket);
            answer(socket, refused.test(connect) ? with : connack(0, connect[8] == 5));
        };
    }

    Manners hangingUpUnless(Predicate<byte[]> accepted) {
        return socket -> {
            byte[] connect = read(socket);
            if (isConnect(connect) && accepted.test(connect)) {
                answer(socket, connack(0, connect[8] == 5));
            }
        };
    }

    Manners afterProxyHeader() {
        return socket -> {
            byte[] first = read(socket);
            String text = new String(first, StandardCharsets.ISO_8859_1);
            if (text.startsWith("PROXY TCP")) {
                byte[] rest = Arrays.copyOfRange(first, text.indexOf('\n') + 1, first.length);
                byte[] connect = rest.length > 0 ? rest : read(socket);
                answer(socket, connack(0, connect[8] == 5));
            }
        };
    }

    /** Accepts, and hangs up on the first message. */
    Manners acceptingAndHangingUp() {
        return onMessage(_ -> true, new byte[0], true);
    }

    /** Accepts, and hangs up on messages with QoS 2 alone. */
    Manners hangingUpOnQos2() {
        return onMessage(message -> (message[0] & 0x06) == 4, new byte[0], true);
    }

    /** Hangs up as soon as TLS stands. */
    static void onlyTls(Socket socket) throws IOException {
        ((SSLSocket) socket).startHandshake();
    }

    Manners acceptingAndSaying(byte[] after) {
        return acceptingAndSaying(after, ACCEPTED_5);
    }

    /** Accepts, and says this to the first message. */
    Manners acceptingAndSaying(byte[] after, byte[] accepted) {
        return socket -> {
            read(socket);
            socket.getOutputStream().write(accepted);
            HostileServer.readSome(socket);
            answer(socket, after);
        };
    }

    /**
     * Accepts, acknowledges messages and pings, and hangs up on such a message; who speaks MQTT 5 is told this first, or is
     * refused by who does not speak it.
     */
    static Manners onMessage(Predicate<byte[]> refused, byte[] inFive, boolean speaksFive) {
        return socket -> {
            boolean five = read(socket)[8] == 5;
            socket.getOutputStream().write(five && !speaksFive ? connack(1) : connack(0, five));
            while (!five || speaksFive) {
                byte[] packet = read(socket);
                int type = packet[0] & 0xF0;
                if (type == 0xE0) {
                    return;
                } else if (type == 0xC0) {
                    socket.getOutputStream().write(new byte[] {(byte) 0xD0, 0});
                } else if (refused.test(packet)) {
                    socket.getOutputStream().write(five ? inFive : new byte[0]);
                    return;
                } else {
                    socket.getOutputStream().write(new byte[] {0x40, 2, 0, Publication.PACKET_ID});
                }
            }
        };
    }

    // ---- servers and plans

    HostileServer tls(Identity identity, Manners manners) {
        return keep(HostileServer.startTls(identity, manners));
    }

    HostileServer mutualTls(Manners manners) {
        return keep(HostileServer.startMutualTls(devices.server(), devices.root.leaf(), manners));
    }

    Plan plain(Manners manners, Version version, String user, String password) {
        return plain(keep(HostileServer.start(manners)), options(version, user, password));
    }

    Plan plainTo(HostileServer server) {
        return plain(keep(server), options(Version.V5, "u", "p"));
    }

    private static Plan plain(HostileServer server, MqttOptions mqtt) {
        return Plan.connect(Endpoint.of("localhost", server.port(), false), TlsOptions.trusting(List.of()), mqtt)
                .within(PATIENT);
    }

    Plan tlsTo(HostileServer server) {
        return Plan.connect(
                        Endpoint.of("localhost", keep(server).port(), true),
                        TlsOptions.trusting(List.of(devices.root.leaf())),
                        options(Version.V5, "u", "p"))
                .within(PATIENT);
    }

    Plan ws(Manners manners) {
        HostileServer server = keep(HostileServer.start(manners));
        Endpoint endpoint = new Endpoint("localhost", server.port(), Endpoint.Transport.WS, "/mqtt");
        return plain(server, options(Version.V5, "u", "p")).at(endpoint);
    }

    Plan mutual(byte[] answer, Identity identity) {
        return mutual(HostileServer.answering(answer), identity);
    }

    /** To a server that demands a certificate by the root of the devices. */
    Plan mutual(Manners manners, Identity identity) {
        return with(mutualTls(manners), identity);
    }

    private Plan with(HostileServer server, Identity identity) {
        Plan plan = tlsTo(server);
        return plan.withTls(plan.tls().withIdentity(identity)).withMqtt(options(Version.V5, null, null));
    }

    /** To a server that asks for a certificate, and takes any in TLS, as ThingsBoard does. */
    Plan asking(byte[] answer, Identity identity) {
        HostileServer server = keep(
                HostileServer.startAskingTls(devices.server(), devices.root.leaf(), HostileServer.answering(answer)));
        return with(server, identity);
    }

    /** The same as mutual, by a server of this name, under which it is connected to. */
    Plan mutualNamed(String subject, Manners manners, Version version) {
        String name = subject.substring(subject.indexOf('*') + 1);
        Identity identity = Forge.server(subject, "lab" + name).by(devices.root).make();
        HostileServer server = keep(HostileServer.startMutualTls(identity, devices.root.leaf(), manners));
        Plan plan = with(server, devices.direct);
        return plan.withTls(plan.tls().expecting("lab" + name)).withMqtt(options(version, null, null));
    }

    /** To a server of such a name that wants it in TLS, and without it. */
    Plan withoutName(String subject, byte[] answer) {
        String name = "lab" + subject.substring(subject.indexOf('*') + 1);
        Identity identity = Forge.server(subject, name).by(devices.root).make();
        Plan plan = tlsTo(HostileServer.startTls(identity, socket -> {
            HostileServer.readSome(socket);
            answer(socket, namesServer(socket) ? connack(0) : answer);
        }));
        return plan.withTls(plan.tls().expecting(name).withoutSni()).withMqtt(options(Version.V3_1_1, "u", "p"));
    }

    private static boolean namesServer(Socket socket) {
        return socket instanceof SSLSocket secure
                && secure.getSession() instanceof ExtendedSSLSession session
                && !session.getRequestedServerNames().isEmpty();
    }

    Plan showing(Identity identity) {
        return tlsTo(tls(identity, HostileServer::waitForEnd));
    }

    /** The devices' own server to who sends its name, and this one to who does not. */
    Plan showingByName(Identity nameless) {
        return tlsTo(HostileServer.startTlsByName(devices.server(), nameless, HostileServer.answering(ACCEPTED_5)));
    }

    Plan showing(Identity identity, String host) {
        Plan plan = showing(identity);
        return plan.at(Endpoint.of(host, plan.endpoint().port(), true));
    }

    Plan accepting(Identity identity) {
        return tlsTo(tls(identity, HostileServer.answering(ACCEPTED_5)));
    }

    /** To a server that refuses the certificate with this alert. */
    Plan alerting(short alert, Identity identity) {
        return with(keep(HostileServer.start(AlertingServer.refusing(devices.server(), Optional.of(alert)))), identity);
    }

    private static MqttOptions options(Version version, String user, String password) {
        return MqttOptions.of(
                version,
                CLIENT,
                Optional.ofNullable(user),
                Optional.ofNullable(password).map(Secret::of));
    }

    static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] read(Socket socket) throws IOException {
        byte[] chunk = new byte[4096];
        int count = socket.getInputStream().read(chunk);
        if (count < 0) {
            throw new IOException("nothing came");
        }
        return Arrays.copyOf(chunk, count);
    }

    private static void answer(Socket socket, byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        HostileServer.waitForEnd(socket);
    }

    private HostileServer keep(HostileServer server) {
        started.add(server);
        return server;
    }

    @Override
    public void close() {
        started.forEach(HostileServer::close);
    }
}
