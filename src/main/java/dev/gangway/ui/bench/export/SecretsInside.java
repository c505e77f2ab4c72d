package dev.gangway.ui.bench.export;

import dev.gangway.bench.export.RunExport.Format;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.Run;
import java.util.ArrayList;
import java.util.List;

/** The secrets that a file of a test would hold if they were kept, so that nobody gives one away unknowingly. */
enum SecretsInside {
    USER_NAME,
    PASSWORD,
    AUTHENTICATION,
    PROXY_PASSWORD,
    SESSION_TICKETS,
    SESSION_KEYS;

    /** Those of this test in this format; no format ever holds a private key. */
    static List<SecretsInside> of(Run run, Format format) {
        Plan plan = run.plan();
        MqttOptions mqtt = plan.mqtt();
        boolean secure = plan.endpoint().transport().isSecure();
        boolean login = mqtt.userName().isPresent()
                || mqtt.password().isPresent()
                || mqtt.authentication().isPresent();
        // Keys that open nothing secret are in the file in any case.
        if (format == Format.KEY_LOG) {
            return secure && login ? List.of(SESSION_KEYS) : List.of();
        }
        List<SecretsInside> inside = new ArrayList<>();
        if (mqtt.userName().isPresent()) {
            inside.add(USER_NAME);
        }
        if (mqtt.password().isPresent()) {
            inside.add(PASSWORD);
        }
        if (mqtt.authentication().isPresent()) {
            inside.add(AUTHENTICATION);
        }
        if (plan.proxy().filter(proxy -> proxy.password().isPresent()).isPresent()) {
            inside.add(PROXY_PASSWORD);
        }
        if (secure && format != Format.PCAPNG) {
            inside.add(SESSION_TICKETS);
        } else if (secure && login) {
            inside.add(SESSION_KEYS);
        }
        return List.copyOf(inside);
    }
}
