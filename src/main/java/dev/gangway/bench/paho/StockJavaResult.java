package dev.gangway.bench.paho;

import dev.gangway.bench.model.Check;
import dev.gangway.bench.model.Check.State;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a stock Java client got. The words are in the bundles under {@code check.bench.also-stock-java-*}. */
public sealed interface StockJavaResult {
    /** What the keys of all its checks begin with. */
    String PREFIX = "bench.also-stock-java-";

    /** Why the client was not tried: what it cannot do as the plan wants it. */
    enum Hindrance {
        /** It speaks MQTT alone, not the device API. */
        DEVICE_API,
        /** It knows no proxy for MQTT. */
        PROXY,
        /** It sends no PROXY header, and cannot choose packets or the family of addresses. */
        WIRE,
        /** It sends and expects the name of the address alone. */
        SERVER_NAME,
        /** Enhanced authentication needs a program around it. */
        AUTHENTICATION,
        /** A password without a user name, which MQTT has since version 5 and the client before not. */
        NO_USER_NAME,
        /** The key is in hardware, and a key store in memory cannot hold it. */
        HARDWARE_KEY
    }

    /** At which step it ended without an answer to CONNECT. */
    enum Step {
        /** No TCP connection came about. */
        UNREACHABLE,
        /** JSSE does not trust the server's certificate. */
        SERVER_UNTRUSTED,
        /** The server's certificate is for another name. */
        SERVER_NAME_DIFFERS,
        /** TLS ended: an alert of the server, or of this side. JSSE tells which in text alone, which is not read. */
        TLS_FAILED,
        /** The connection ended before the answer. */
        CLOSED
    }

    /**
     * CONNACK accepted it.
     *
     * @param tls version and cipher suite by JSSE's names ({@code TLSv1.3 TLS_AES_256_GCM_SHA384}); empty without TLS
     */
    record Connected(Optional<String> tls) implements StockJavaResult {}

    /**
     * CONNACK refused it.
     *
     * @param code reason code of MQTT 5 (section 3.2.2.2), or return code of 3.1.1 (section 3.2.2.3)
     */
    record Refused(int code) implements StockJavaResult {}

    /**
     * No CONNACK came.
     *
     * @param exception type of the exception; its text is never read
     */
    record Failed(Step step, String exception) implements StockJavaResult {}

    /** Neither an answer nor an end within the plan's deadline. */
    record NoAnswer() implements StockJavaResult {}

    /** It was not tried. */
    record NotTried(Hindrance why) implements StockJavaResult {}

    /** As something that was looked at beside the verdict. */
    default Check check(String client) {
        return switch (this) {
            case Connected(Optional<String> tls) ->
                tls.map(its -> of("connected", State.OK, Map.of("client", client, "tls", its)))
                        .orElseGet(() -> of("connected-without-tls", State.OK, Map.of("client", client)));
            case Refused(int code) ->
                of("refused", State.WARNING, Map.of("client", client, "code", String.valueOf(code)));
            case Failed(Step step, String exception) ->
                of(key(step), State.WARNING, Map.of("client", client, "exception", exception));
            case NoAnswer() -> of("no-answer", State.WARNING, Map.of("client", client));
            case NotTried(Hindrance why) -> of("not-tried-" + key(why), State.SKIPPED, Map.of());
        };
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Check of(String key, State state, Map<String, String> args) {
        return new Check(PREFIX + key, args, state);
    }
}
