package dev.gangway.bench.rules;

import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.DeviceApiDetail.Coap;
import dev.gangway.bench.event.DeviceApiDetail.HttpAnswered;
import java.util.Optional;

/**
 * The device API's answer, over HTTP or CoAP: the codes of CoAP (RFC 7252, section 12.1.2) were made after those of
 * HTTP, so both are asked for in the terms of HTTP.
 *
 * @param where the answer
 * @param status of HTTP, for example 401 for 4.01 too
 * @param shown as its protocol writes it
 * @param empty whether it has no body
 * @param webPage whether its body is HTML
 * @param location where a redirect leads to
 */
record ApiAnswer(
        MatchedEvent<? extends Detail> where,
        int status,
        String shown,
        boolean empty,
        boolean webPage,
        Optional<String> location) {
    private static final int CREATED = 2;

    static Optional<ApiAnswer> of(Findings findings) {
        Optional<ApiAnswer> http = findings.timeline().first(HttpAnswered.class).map(ApiAnswer::ofHttp);
        return http.or(() -> findings.timeline()
                .first(Coap.class, coap -> coap.isIn() && coap.detail().code() >> 5 >= CREATED)
                .map(ApiAnswer::ofCoap));
    }

    private static ApiAnswer ofHttp(MatchedEvent<HttpAnswered> seen) {
        HttpAnswered answer = seen.detail();
        return new ApiAnswer(
                seen,
                answer.status(),
                String.valueOf(answer.status()),
                answer.bodyBytes() == 0,
                answer.webPage(),
                answer.location());
    }

    private static ApiAnswer ofCoap(MatchedEvent<Coap> seen) {
        int code = seen.detail().code();
        int status = (code >> 5) * 100 + (code & 0x1F);
        String shown = "%d.%02d".formatted(code >> 5, code & 0x1F);
        return new ApiAnswer(seen, status, shown, false, false, Optional.empty());
    }

    boolean isGood() {
        return status / 100 == 2 && !webPage;
    }

    /** What a refusal means. */
    DeviceApiCode meaning() {
        if (webPage && status / 100 != 3) {
            return DeviceApiCode.NOT_THINGSBOARD;
        }
        return switch (status) {
            case 400 -> DeviceApiCode.PAYLOAD_REFUSED;
            case 401 -> DeviceApiCode.TOKEN_UNKNOWN;
            case 403 -> DeviceApiCode.FORBIDDEN;
            case 404 -> DeviceApiCode.NOT_FOUND;
            case 413 -> DeviceApiCode.TOO_LARGE;
            case 415 -> DeviceApiCode.FORMAT_REFUSED;
            case 429 -> DeviceApiCode.RATE_LIMITED;
            // ThingsBoard: nothing beside the status over its limits, and the parser's words for broken JSON
            case 500 -> empty ? DeviceApiCode.RATE_LIMITED : DeviceApiCode.PAYLOAD_REFUSED;
            case 502, 503, 504 -> DeviceApiCode.UNAVAILABLE;
            default -> status / 100 == 5 ? DeviceApiCode.SERVER_ERROR : other();
        };
    }

    private DeviceApiCode other() {
        if (status / 100 != 3) {
            return DeviceApiCode.REFUSED;
        }
        return location.filter(to -> to.startsWith("https:")).isPresent()
                ? DeviceApiCode.REDIRECTED_TO_TLS
                : DeviceApiCode.REDIRECTED;
    }
}
