package dev.gangway.bench.model;

import dev.gangway.bench.event.DeviceApiDetail;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.NetDetail;
import dev.gangway.bench.event.ProbeDetail;
import dev.gangway.bench.event.TlsDetail;
import dev.gangway.bench.mqtt.packet.Ack;
import dev.gangway.bench.mqtt.packet.Connack;
import dev.gangway.bench.mqtt.packet.Connect;
import dev.gangway.bench.mqtt.packet.Publish;
import dev.gangway.stored.StoredAs;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What every passing run goes through, in order; what is missing of it is shown as not reached. */
public enum Milestone {
    /** The name became addresses. */
    @StoredAs("resolved")
    RESOLVED,
    /** TCP stands; UDP has nothing that could. */
    @StoredAs("tcp_connected")
    TCP_CONNECTED,
    /** Our first TLS message. */
    @StoredAs("client_hello")
    CLIENT_HELLO,
    /** The server's answer to it. */
    @StoredAs("server_hello")
    SERVER_HELLO,
    /** The server's chain. */
    @StoredAs("server_certificate")
    SERVER_CERTIFICATE,
    /** The handshake is complete on our side. */
    @StoredAs("tls_finished")
    TLS_FINISHED,
    /** WebSocket was agreed on. */
    @StoredAs("websocket")
    WEBSOCKET,
    /** Our sign-in. */
    @StoredAs("connect")
    CONNECT,
    /** The server's answer to it. */
    @StoredAs("connack")
    CONNACK,
    /** Our message. */
    @StoredAs("publish")
    PUBLISH,
    /** The server has it. */
    @StoredAs("puback")
    PUBACK,
    /** Our message to the device API. */
    @StoredAs("post")
    POST,
    /** The device API's answer. */
    @StoredAs("answer")
    ANSWER,
    /** It was seen over another way in. */
    @StoredAs("read_back")
    READ_BACK;

    /** What a run of this plan has to go through. */
    public static List<Milestone> of(Plan plan) {
        return Arrays.stream(values())
                .filter(milestone -> milestone.isPartOf(plan))
                .toList();
    }

    /** What a run of this plan with these events did not get to; a passing run may leave out what it had no need of. */
    public static List<Milestone> notReached(Plan plan, List<Event> events) {
        Set<Milestone> missing = EnumSet.noneOf(Milestone.class);
        missing.addAll(of(plan));
        events.forEach(event -> reach(event, missing));
        return List.copyOf(missing);
    }

    /** Whoever got this far went past everything before, even if nothing was to be seen there. */
    public static void reach(Event event, Set<Milestone> missing) {
        missing.stream()
                .filter(milestone -> milestone.isTriedBy(event))
                .findFirst()
                .ifPresent(reached -> missing.removeIf(milestone -> milestone.compareTo(reached) <= 0));
    }

    /** Whether this event shows how it went, well or not. */
    private boolean isTriedBy(Event event) {
        return switch (this) {
            case RESOLVED ->
                event.detail() instanceof NetDetail.Resolved || event.detail() instanceof NetDetail.NotResolved;
            case TCP_CONNECTED ->
                event.detail() instanceof NetDetail.TcpConnected || event.detail() instanceof NetDetail.TcpFailed;
            case CLIENT_HELLO -> event.detail() instanceof TlsDetail.ClientHello;
            case SERVER_HELLO -> event.detail() instanceof TlsDetail.ServerHello;
            case SERVER_CERTIFICATE ->
                event.detail() instanceof TlsDetail.Certificates && event.direction() == Direction.IN;
            case TLS_FINISHED -> event.detail() instanceof TlsDetail.HandshakeComplete;
            case WEBSOCKET -> event.detail() instanceof NetDetail.HttpStatus(int status) && status == 101;
            case CONNECT -> event.detail() instanceof Connect;
            case CONNACK -> event.detail() instanceof Connack;
            case PUBLISH -> event.detail() instanceof Publish && event.direction() == Direction.OUT;
            case PUBACK -> event.detail() instanceof Ack;
            case POST ->
                event.detail() instanceof DeviceApiDetail.HttpRequested
                        || event.detail() instanceof DeviceApiDetail.Coap coap && coap.code() != 0;
            case ANSWER ->
                event.detail() instanceof DeviceApiDetail.HttpAnswered
                        || event.detail() instanceof DeviceApiDetail.Coap coap
                                && coap.code() != 0
                                && event.direction() == Direction.IN;
            case READ_BACK -> event.detail() instanceof ProbeDetail.ReadBackDone;
        };
    }

    private boolean isPartOf(Plan plan) {
        boolean deviceApi = plan.endpoint().transport().isDeviceApi();
        return switch (this) {
            case RESOLVED -> true;
            case TCP_CONNECTED -> !plan.endpoint().transport().isCoap();
            case CONNECT, CONNACK -> !deviceApi;
            case CLIENT_HELLO, SERVER_HELLO, SERVER_CERTIFICATE, TLS_FINISHED ->
                plan.endpoint().transport().isSecure();
            case WEBSOCKET -> plan.endpoint().transport().isWebSocket();
            case POST, ANSWER -> deviceApi;
            case PUBLISH -> !deviceApi && plan.publication().isPresent();
            case PUBACK ->
                !deviceApi && plan.publication().filter(p -> p.qos() > 0).isPresent();
            case READ_BACK -> plan.readBack().isPresent();
        };
    }
}
