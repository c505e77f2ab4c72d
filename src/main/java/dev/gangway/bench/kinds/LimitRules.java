package dev.gangway.bench.kinds;

import dev.gangway.bench.model.Check;
import dev.gangway.bench.model.Check.State;
import dev.gangway.bench.model.MqttOptions.Version;
import dev.gangway.bench.model.Publication;
import dev.gangway.bench.rules.BenchCode;
import dev.gangway.bench.rules.Findings;
import dev.gangway.bench.rules.MqttCode;
import dev.gangway.bench.rules.SessionCode;
import dev.gangway.diagnosis.Evidence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the plan asks for, held against what the kind takes: known before anything is sent. */
final class LimitRules {
    private LimitRules() {}

    /**
     * Something above a limit.
     *
     * @param key words for it
     * @param asked by the plan
     * @param most that is taken
     * @param inConnect whether CONNECT holds it; else the publication does
     */
    private record Excess(String key, BenchCode code, String asked, String most, boolean inConnect) {}

    /** Puts first what the kind does not take. */
    static void judge(Situation situation, Kind kind) {
        boolean session =
                situation.findings().accepted() && situation.findings().hungUp().isPresent();
        for (Excess excess : in(situation.findings(), kind)) {
            if (excess.inConnect() ? situation.refusedConnect() : session) {
                var draft = situation
                        .draft(excess.code())
                        .with("seconds", excess.asked())
                        .with("topic", topic(situation.findings()))
                        .known(Evidence.fact(
                                "kinds.limit-" + excess.key(),
                                "server",
                                kind.name(),
                                "asked",
                                excess.asked(),
                                "most",
                                excess.most(),
                                "source",
                                kind.source()));
                if (excess.code() == MqttCode.VERSION_REFUSED) {
                    draft.offer("use-mqtt-version", "version", "3.1.1");
                }
                situation.first(draft);
            }
        }
    }

    /** The same as remarks, whatever the verdict is. */
    static List<Check> checks(Findings findings, Kind kind) {
        return in(findings, kind).stream()
                .map(excess -> new Check(
                        "kinds.limit-" + excess.key(),
                        Map.of("server", kind.name(), "asked", excess.asked(), "most", excess.most()),
                        State.WARNING))
                .toList();
    }

    private static List<Excess> in(Findings findings, Kind kind) {
        Limits limits = kind.limits();
        List<Excess> found = new ArrayList<>();
        Version version = findings.mqtt().version();
        if (!limits.versions().contains(version)) {
            found.add(new Excess("version", MqttCode.VERSION_REFUSED, show(version), "3.1.1", true));
        }
        long keepAlive = findings.mqtt().session().keepAlive().toSeconds();
        long longest = limits.keepAlive().toSeconds();
        if (keepAlive > longest || keepAlive == 0 && longest < 65_535) {
            found.add(new Excess(
                    "keep-alive", MqttCode.KEEP_ALIVE_REFUSED, Long.toString(keepAlive), Long.toString(longest), true));
        }
        int clientId = findings.mqtt().clientId().getBytes(StandardCharsets.UTF_8).length;
        if (clientId > limits.clientIdBytes()) {
            found.add(new Excess(
                    "client-id",
                    MqttCode.CLIENT_ID_REFUSED,
                    Integer.toString(clientId),
                    Integer.toString(limits.clientIdBytes()),
                    true));
        }
        findings.plan().publication().ifPresent(planned -> publication(planned, limits, found));
        return found;
    }

    private static void publication(Publication planned, Limits limits, List<Excess> found) {
        if (planned.qos() > limits.qos()) {
            found.add(new Excess(
                    "qos",
                    SessionCode.QOS_NOT_SUPPORTED,
                    Integer.toString(planned.qos()),
                    Integer.toString(limits.qos()),
                    false));
        }
        if (planned.payload().length > limits.payloadBytes()) {
            found.add(new Excess(
                    "payload",
                    SessionCode.TOO_LARGE,
                    Integer.toString(planned.payload().length),
                    Long.toString(limits.payloadBytes()),
                    false));
        }
        long slashes = planned.topic().chars().filter(c -> c == '/').count();
        if (slashes > limits.topicSlashes()) {
            found.add(new Excess(
                    "topic-slashes",
                    SessionCode.TOPIC_UNKNOWN,
                    Long.toString(slashes),
                    Integer.toString(limits.topicSlashes()),
                    false));
        }
    }

    private static String topic(Findings findings) {
        return findings.plan().publication().map(Publication::topic).orElse("–");
    }

    private static String show(Version version) {
        return switch (version) {
            case V3_1 -> "3.1";
            case V3_1_1 -> "3.1.1";
            case V5 -> "5";
        };
    }
}
