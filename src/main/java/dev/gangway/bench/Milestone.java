package dev.gangway.bench;

import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Event;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What every passing run goes through, in order; what is missing of it is shown as not reached. */
public enum Milestone {
    /** The name became addresses. */
    RESOLVED,
    /** TCP stands; UDP has nothing that could. */
    TCP_CONNECTED,
    /** Our first TLS message. */
    CLIENT_HELLO,
    /** The server's answer to it. */
    SERVER_HELLO,
    /** The server's chain. */
    SERVER_CERTIFICATE,
    /** The handshake is complete on our side. */
    TLS_FINISHED,
    /** WebSocket was agreed on. */
    WEBSOCKET,
    /** Our sign-in. */
    CONNECT,
    /** The server's answer to it. */
    CONNACK,
    /** Our message. */
    PUBLISH,
    /** The server has it. */
    PUBACK,
    /** Our message to the device API. */
    POST,
    /** The device API's answer. */
    ANSWER,
    /** It was seen over another way in. */
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
            case RESOLVED -> event.detail() instanceof Detail.Resolved || event.detail() instanceof Detail.NotResolved;
            case TCP_CONNECTED ->
                event.detail() instanceof Detail.TcpConnected || event.detail() instanceof Detail.TcpFailed;
            case CLIENT_HELLO -> event.detail() instanceof Detail.ClientHello;
            case SERVER_HELLO -> event.detail() instanceof Detail.ServerHello;
            case SERVER_CERTIFICATE ->
                event.detail() instanceof Detail.Certificates && event.direction() == Direction.IN;
            case TLS_FINISHED -> event.detail() instanceof Detail.HandshakeComplete;
            case WEBSOCKET -> event.detail() instanceof Detail.HttpStatus(int status) && status == 101;
            case CONNECT -> event.detail() instanceof Detail.Connect;
            case CONNACK -> event.detail() instanceof Detail.Connack;
            case PUBLISH -> event.detail() instanceof Detail.Publish && event.direction() == Direction.OUT;
            case PUBACK -> event.detail() instanceof Detail.Ack;
            case POST ->
                event.detail() instanceof Detail.HttpRequested
                        || event.detail() instanceof Detail.Coap coap && coap.code() != 0;
            case ANSWER ->
                event.detail() instanceof Detail.HttpAnswered
                        || event.detail() instanceof Detail.Coap coap
                                && coap.code() != 0
                                && event.direction() == Direction.IN;
            case READ_BACK -> event.detail() instanceof Detail.ReadBackDone;
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
