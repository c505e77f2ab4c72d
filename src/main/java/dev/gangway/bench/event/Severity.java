package dev.gangway.bench.event;

/** How an event of the timeline is marked. */
public enum Severity {
    /** Nothing special. */
    PLAIN,
    /** Something was proven. */
    GOOD,
    /** Worth a look. */
    WARNING,
    /** This ended the connection, or would have. */
    BAD;

    private static final int CLOSE_NOTIFY = 0;
    private static final int FIRST_MQTT5_FAILURE = 0x80;

    /** How this event is marked. */
    public static Severity of(Event event) {
        return switch (event.detail()) {
            case Detail.Recorded(Severity severity) -> severity;
            case Detail.NotResolved _, Detail.TcpFailed _, Detail.ForeignBytes _, Detail.UdpUnreachable _ -> BAD;
            case Detail.Closed(Detail.Ending ending) -> ending == Detail.Ending.BY_US ? PLAIN : BAD;
            case Detail.Alert alert -> alert.code() == CLOSE_NOTIFY ? PLAIN : BAD;
            case Detail.ServerChainJudged judged -> judged.faults().isEmpty() ? GOOD : BAD;
            case Detail.StapleJudged(var staple) ->
                switch (staple) {
                    case GOOD -> GOOD;
                    case REVOKED -> BAD;
                    default -> WARNING;
                };
            case Detail.Certificates(var chain) ->
                event.direction() == Direction.OUT && chain.isEmpty() ? WARNING : PLAIN;
            case Detail.Connack connack -> connack.code() == 0 ? GOOD : BAD;
            case Detail.Ack ack -> ack.codes().stream().anyMatch(code -> code >= FIRST_MQTT5_FAILURE) ? BAD : GOOD;
            case Detail.Disconnect disconnect -> event.direction() == Direction.IN ? severityOf(disconnect) : PLAIN;
            case Detail.AuthChecked(var fault) ->
                fault.map(what -> what == Detail.AuthFault.PROOF_MISSING ? WARNING : BAD)
                        .orElse(GOOD);
            case Detail.HttpStatus(int status) -> status < 400 ? PLAIN : BAD;
            case Detail.HttpAnswered answer ->
                answer.status() >= 200 && answer.status() < 300 && !answer.webPage() ? GOOD : BAD;
            case Detail.Coap coap when event.direction() == Direction.IN -> severityOf(coap);
            case Detail.Coap coap -> coap.repeated() > 0 ? WARNING : PLAIN;
            case Detail.ReadBackDone(boolean seen, boolean _) -> seen ? GOOD : BAD;
            case Detail.LookedUp(boolean exists) -> exists ? PLAIN : WARNING;
            default -> PLAIN;
        };
    }

    private static Severity severityOf(Detail.Coap coap) {
        return switch (coap.code() >> 5) {
            case 0 -> PLAIN;
            case 2 -> GOOD;
            default -> BAD;
        };
    }

    private static Severity severityOf(Detail.Disconnect disconnect) {
        return disconnect.code() >= FIRST_MQTT5_FAILURE ? BAD : WARNING;
    }
}
