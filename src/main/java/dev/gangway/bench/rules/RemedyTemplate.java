package dev.gangway.bench.rules;

import dev.gangway.diagnosis.Action;

/**
 * Something that may help against one cause.
 *
 * @param key words for it, without the room's prefix
 * @param action what the program can do about it
 */
public record RemedyTemplate(String key, Action action) {
    /** What only a person can do. */
    public static RemedyTemplate advice(String key) {
        return new RemedyTemplate(key, Action.NONE);
    }

    /** What the program can do itself. */
    public static RemedyTemplate advice(String key, Action action) {
        return new RemedyTemplate(key, action);
    }

    /** Whether the action is of no use without a parameter, so that only a rule that knows it can give the advice. */
    boolean needsParameter() {
        return switch (action) {
            case USE_PORT, USE_HOST, TRUST_AUTHORITY, SET_PROFILE, USE_MQTT_VERSION, USE_TLS_VERSION, USE_CLIENT_ID ->
                true;
            case NONE,
                    RETRY,
                    TURN_TLS_ON,
                    TURN_TLS_OFF,
                    SEND_FULL_CHAIN,
                    TAKE_LEAF,
                    REORDER_CHAIN,
                    ALWAYS_SEND_CERTIFICATE,
                    DROP_CERTIFICATE,
                    SWITCH_TOKEN_FIELD,
                    PUSH_CREDENTIAL,
                    REISSUE,
                    EDIT_CREDENTIAL,
                    REFRESH_TOKEN,
                    OPEN_TOKEN -> false;
        };
    }
}
