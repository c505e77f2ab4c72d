package dev.gangway.bench.rules;

import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.Message;
import dev.gangway.bench.event.NetDetail;
import dev.gangway.bench.event.NetDetail.Ending;
import dev.gangway.bench.event.NetDetail.TcpFault;
import dev.gangway.bench.event.ProbeDetail;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.event.TlsDetail;
import dev.gangway.bench.model.Check;
import dev.gangway.bench.model.Endpoint;
import dev.gangway.bench.model.Judge.Judgement;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.model.ServerFacts;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.model.Verdict;
import dev.gangway.bench.mqtt.PacketBytes;
import dev.gangway.bench.mqtt.PacketDecoder;
import dev.gangway.bench.mqtt.packet.PacketType;
import dev.gangway.bench.tls.IdentityCheck;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Identity;
import dev.gangway.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Tells what happened in a run, event by event, and has it judged. */
final class Story {
    static final String HOST = "broker.example";

    private Plan plan;
    private final List<Event> events = new ArrayList<>();
    private Optional<ServerFacts> facts = Optional.empty();

    private Story(Plan plan) {
        this.plan = plan;
    }

    /** A plan over plain TCP with a token. */
    static Story plain() {
        return to(Endpoint.of(HOST, 1883, false));
    }

    /** A plan over TLS with a token. */
    static Story tls() {
        return to(Endpoint.of(HOST, 8883, true));
    }

    static Story to(Endpoint endpoint) {
        return new Story(Plan.connect(
                endpoint,
                TlsOptions.trusting(List.of()),
                MqttOptions.of(Version.V5, "pump-1", Optional.of("token"), Optional.empty())));
    }

    Story plan(UnaryOperator<Plan> change) {
        plan = change.apply(plan);
        return this;
    }

    Story at(String host, int port) {
        Endpoint old = plan.endpoint();
        return plan(plan -> plan.at(new Endpoint(host, port, old.transport(), old.path())));
    }

    Story version(Version version) {
        return plan(plan -> plan.withMqtt(plan.mqtt().withVersion(version)));
    }

    Story login(String user, String password) {
        return plan(plan -> plan.withMqtt(plan.mqtt()
                .withLogin(
                        Optional.ofNullable(user), Optional.ofNullable(password).map(Secret::of))));
    }

    Story noLogin() {
        return login(null, null);
    }

    Story clientId(String clientId) {
        return plan(plan -> plan.withMqtt(MqttOptions.of(
                plan.mqtt().version(),
                clientId,
                plan.mqtt().userName(),
                plan.mqtt().password())));
    }

    Story identity(Identity identity) {
        plan(plan -> plan.withTls(plan.tls().withIdentity(identity)));
        Timeline own = new Timeline(event -> {});
        IdentityCheck.note(identity, plan.clock(), own);
        return add(
                Layer.LOCAL,
                Direction.NONE,
                "Own certificate",
                own.events().getFirst().detail());
    }

    Story publishing(String topic, int qos) {
        return plan(plan -> plan.publishing(new Publication(topic, "{\"t\":1}".getBytes(StandardCharsets.UTF_8), qos)));
    }

    Story readingBack() {
        return plan(
                plan -> plan.readingBack((publication, deadline, cancellation) -> Outcome.ok(Optional.of("t = 1"))));
    }

    Story clock(Clock clock) {
        return plan(plan -> plan.judgedBy(clock));
    }

    Story facts(ServerFacts known) {
        facts = Optional.of(known);
        return this;
    }

    // ---- what happened

    Story add(Layer layer, Direction direction, String name, Detail detail) {
        events.add(new Event(
                events.size(), events.size() * 1000L, layer, direction, name, 1, "", detail, List.of(), new byte[0]));
        return this;
    }

    Story notResolved() {
        return add(
                Layer.DNS,
                Direction.NONE,
                "Resolve",
                new NetDetail.NotResolved(plan.endpoint().host()));
    }

    Story resolved(String... addresses) {
        return add(Layer.DNS, Direction.NONE, "Resolve", new NetDetail.Resolved(List.of(addresses)));
    }

    Story tcpFailed(TcpFault fault) {
        return add(
                Layer.TCP,
                Direction.NONE,
                "TCP connect",
                new NetDetail.TcpFailed("192.0.2.1", plan.endpoint().port(), fault));
    }

    Story connected() {
        return add(
                Layer.TCP,
                Direction.NONE,
                "TCP connect",
                new NetDetail.TcpConnected("192.0.2.2", plan.endpoint().port()));
    }

    Story hello() {
        return add(
                Layer.TLS,
                Direction.OUT,
                "ClientHello",
                new TlsDetail.ClientHello(
                        List.of("TLS 1.3", "TLS 1.2"),
                        List.of("A"),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        List.of()));
    }

    Story serverHello(String version) {
        return add(
                Layer.TLS,
                Direction.IN,
                "ServerHello",
                new TlsDetail.ServerHello(version, "A", Optional.empty(), Optional.empty(), false));
    }

    Story serverChain(List<X509Certificate> chain, TlsDetail.ChainFault... faults) {
        add(Layer.TLS, Direction.IN, "Certificate", new TlsDetail.Certificates(chain));
        return add(Layer.TLS, Direction.NONE, "Server chain", new TlsDetail.ServerChainJudged(List.of(faults)));
    }

    Story requested(String... issuers) {
        return add(
                Layer.TLS,
                Direction.IN,
                "CertificateRequest",
                new TlsDetail.CertificateRequested(List.of(issuers), List.of()));
    }

    Story chose(TlsDetail.Choice choice, boolean stockJavaSends) {
        return add(
                Layer.TLS,
                Direction.NONE,
                "Client certificate",
                new TlsDetail.ClientCertificateChosen(choice, stockJavaSends));
    }

    Story sent(List<X509Certificate> chain) {
        return add(Layer.TLS, Direction.OUT, "Certificate", new TlsDetail.Certificates(chain));
    }

    Story complete() {
        return add(
                Layer.TLS,
                Direction.NONE,
                "Handshake complete",
                new TlsDetail.HandshakeComplete("TLS 1.3", "A", false));
    }

    /** The whole handshake up to our certificate, without a client certificate. */
    Story tlsStands(X509Certificate server) {
        return connected()
                .hello()
                .serverHello("TLS 1.3")
                .serverChain(List.of(server))
                .complete();
    }

    Story alertIn(int code, String name) {
        return add(Layer.TLS, Direction.IN, "Alert", new TlsDetail.Alert(true, code, name));
    }

    Story alertOut(int code, String name) {
        return add(Layer.TLS, Direction.OUT, "Alert", new TlsDetail.Alert(true, code, name));
    }

    Story foreign(NetDetail.Foreign guess, int... bytes) {
        byte[] first = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            first[i] = (byte) bytes[i];
        }
        return add(Layer.TCP, Direction.IN, "Unexpected bytes", new NetDetail.ForeignBytes(first, guess));
    }

    /** A packet as it stands on the wire, decoded as the bench does. */
    Story packet(Direction direction, byte[] raw) {
        Message message = new PacketDecoder(plan.mqtt().version()).decode(raw);
        events.add(new Event(
                events.size(),
                events.size() * 1000L,
                Layer.MQTT,
                direction,
                message.name(),
                message.bytes(),
                message.summary(),
                message.detail(),
                message.fields(),
                raw));
        return this;
    }

    Story connect() {
        return packet(Direction.OUT, PacketBytes.connect(plan.mqtt()));
    }

    Story connack(int code, byte[]... properties) {
        return packet(Direction.IN, PacketBytes.connack(plan.mqtt().version(), code, properties));
    }

    Story auth(int code, String method) {
        return packet(Direction.IN, PacketBytes.auth(code, method));
    }

    Story publish(int qos, int bytes) {
        return packet(
                Direction.OUT,
                PacketBytes.publish(
                        new Publication("t", new byte[bytes], qos), plan.mqtt().version()));
    }

    Story ack(PacketType type, int... codes) {
        return packet(Direction.IN, PacketBytes.ack(plan.mqtt().version(), type, codes));
    }

    Story disconnect(int code, byte[]... properties) {
        return packet(Direction.IN, PacketBytes.disconnect(plan.mqtt().version(), code, properties));
    }

    Story readBack(boolean seen) {
        return add(Layer.SERVER, Direction.NONE, "Read back", new ProbeDetail.ReadBackDone(seen, true));
    }

    Story closed(Ending ending) {
        boolean theirs = ending == Ending.EOF || ending == Ending.RESET;
        return add(Layer.TCP, theirs ? Direction.IN : Direction.NONE, "Closed", new NetDetail.Closed(ending));
    }

    Story goodbye() {
        return packet(Direction.OUT, PacketBytes.disconnect(plan.mqtt().version(), 0))
                .closed(Ending.EOF);
    }

    // ---- what it came to

    Judgement judged() {
        return judged(ServerKnowledge.NONE);
    }

    private Judgement judged(ServerKnowledge kinds) {
        Judgement judged = Spoken.checked(new RuleBook(kinds).judge(plan, events, facts), events.size());
        judged.conclusion().candidates().forEach(Showings::hold);
        return judged;
    }

    /** The code of the failure, with what is known of kinds of servers. */
    String code(ServerKnowledge kinds) {
        if (judged(kinds).verdict() instanceof Verdict.Failed(Diagnosis diagnosis)) {
            return diagnosis.code();
        }
        throw new AssertionError("did not fail: " + judged(kinds).verdict());
    }

    boolean passes() {
        return judged().verdict() instanceof Verdict.Passed;
    }

    Diagnosis diagnosis() {
        if (judged().verdict() instanceof Verdict.Failed(Diagnosis diagnosis)) {
            return diagnosis;
        }
        throw new AssertionError("did not fail: " + judged().verdict());
    }

    String code() {
        return diagnosis().code();
    }

    /** Keys of the checks in this state, without the room's prefix. */
    List<String> checks(Check.State state) {
        return judged().checks().stream()
                .filter(check -> check.state() == state)
                .map(check -> check.key().substring(HypothesisBuilder.PREFIX.length()))
                .toList();
    }
}
