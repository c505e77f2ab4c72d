package dev.gangway.bench.logs;

import java.util.List;
import java.util.Set;

/** What is true of AWS, Azure and other servers of many customers, recognised by their hosts. */
final class Clouds {
    private final Clues clues;
    private final List<Integer> accepted;

    /** Whether it is a log of Zephyr, where a modem may do the handshake. */
    private final boolean zephyr;

    /** Of a log with these facts, lines in which a connection stood, and marks. */
    Clouds(Clues clues, List<Integer> accepted, Set<String> marks) {
        this.clues = clues;
        this.accepted = accepted;
        this.zephyr = marks.contains("zephyr") || marks.contains("nordic");
    }

    /** Ports of clouds are open: what a modem that speaks TLS itself calls refused there is its handshake. */
    void cloudRefuses(Draft draft) {
        boolean cloud = clues.has("host-aws") || clues.has("host-azure") || clues.has("host-shared");
        if (cloud && zephyr && draft.means("connect-refused")) {
            draft.first(Cause.CREDENTIAL_NOT_STORED, Certainty.POSSIBLE)
                    .also(Cause.SERVER_UNTRUSTED)
                    .also(Cause.CLIENT_REFUSED);
        }
    }

    void aws(Draft draft) {
        boolean hungUp = draft.means("aws-hang-up");
        if (!clues.has("host-aws") && !hungUp) {
            return;
        }
        if (hungUp && accepted.size() > 1) {
            draft.first(Cause.SESSION_TAKEN_OVER, Certainty.LIKELY)
                    .also(Cause.POLICY)
                    .also(Cause.KEEP_ALIVE_MISSED)
                    .because(accepted.getLast(), "log.again", "count", accepted.size());
        } else if (draft.means("closed-on-connect", "session-lost", "no-connack", "aws-hang-up")
                || draft.means("disconnected", "tcp-disconnected", "closed-by-peer")
                        && clues.has("connect-sent")
                        && accepted.isEmpty()) {
            draft.first(Cause.POLICY, Certainty.LIKELY)
                    .also(Cause.CLIENT_ID_REFUSED)
                    .also(Cause.SESSION_TAKEN_OVER);
        } else if (draft.means("tls-closed-properly") && accepted.isEmpty()) {
            draft.first(Cause.POLICY, Certainty.POSSIBLE).also(Cause.CLIENT_ID_REFUSED);
        } else if (draft.means("handshake-cut", "fatal-alert", "handshake-refused", "handshake-failed")) {
            draft.first(Cause.CLIENT_REFUSED, Certainty.POSSIBLE).also(Cause.SERVER_NAME_NOT_SENT);
        }
    }

    void azure(Draft draft) {
        if (clues.has("host-azure") && draft.means("server-unavailable")) {
            draft.first(Cause.LOGIN_WRONG, Certainty.POSSIBLE);
        }
        if (clues.has("host-azure") && draft.means("not-authorised", "login-refused")) {
            draft.first(Cause.LOGIN_WRONG, Certainty.LIKELY).also(Cause.TOKEN_EXPIRED);
        }
    }

    /** Modems send no server name unless they are told to; servers of many customers need it. */
    void noServerName(Draft draft) {
        if (draft.means("modem-handshake-failed", "modem-open-failed")
                && !clues.has("sni")
                && (clues.has("host-shared") || clues.has("host-aws") || clues.has("host-azure"))) {
            draft.first(Cause.SERVER_NAME_NOT_SENT, Certainty.POSSIBLE);
        }
    }
}
