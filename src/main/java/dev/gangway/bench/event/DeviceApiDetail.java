package dev.gangway.bench.event;

import java.util.Optional;

/** What is asked of the device API over HTTP or CoAP, and what it answers. */
public sealed interface DeviceApiDetail extends Detail {
    /** We posted to the device API. */
    record HttpRequested(String method, String path) implements DeviceApiDetail {}

    /**
     * The device API answered, or what is in its place.
     *
     * @param status 100 to 999
     * @param contentType as sent
     * @param location where a redirect leads to; never with the token
     * @param bodyBytes size of the body
     * @param webPage whether the body is HTML
     */
    record HttpAnswered(
            int status, Optional<String> contentType, Optional<String> location, int bodyBytes, boolean webPage)
            implements DeviceApiDetail {
        @Override
        public Severity severity(Direction direction) {
            return status / 100 == 2 && !webPage ? Severity.GOOD : Severity.BAD;
        }
    }

    /**
     * A CoAP message (RFC 7252).
     *
     * @param type 0 CON, 1 NON, 2 ACK, 3 RST
     * @param code class in the upper three bits, detail in the lower five; 0 for an empty message
     * @param messageId pairs acknowledgements with what they acknowledge
     * @param repeated how often the same message was sent before
     */
    record Coap(int type, int code, int messageId, int repeated) implements DeviceApiDetail {
        @Override
        public Severity severity(Direction direction) {
            if (direction != Direction.IN) {
                return repeated > 0 ? Severity.WARNING : Severity.PLAIN;
            }
            return switch (code >> 5) {
                case 0 -> Severity.PLAIN;
                case 2 -> Severity.GOOD;
                default -> Severity.BAD;
            };
        }
    }
}
