package dev.gangway.bench.rules;

import dev.gangway.bench.event.AuthDetail.AuthChecked;
import dev.gangway.bench.event.NetDetail.Subprotocol;
import dev.gangway.bench.event.NetDetail.TcpConnected;
import dev.gangway.bench.event.NetDetail.TcpFailed;
import dev.gangway.bench.event.ProbeDetail.ReadBackDone;
import dev.gangway.bench.event.TlsDetail.ChainFault.Kind;
import dev.gangway.bench.event.TlsDetail.Staple;
import dev.gangway.bench.model.Check;
import dev.gangway.bench.model.Check.State;
import dev.gangway.bench.model.MqttOptions;
import dev.gangway.bench.mqtt.packet.Disconnect;
import dev.gangway.bench.profile.DeviceProfile.DeviceClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is worth knowing beside the verdict: whether it is good, and what will be a problem next. */
final class AlsoChecked {
    private static final Set<Kind> ABOUT_NAMES = Set.of(Kind.HOST_MISMATCH, Kind.NO_ALTERNATIVE_NAME);
    private static final Set<Kind> ABOUT_DATES = Set.of(Kind.EXPIRED, Kind.NOT_YET_VALID);

    private final Findings findings;
    private final List<Check> checks = new ArrayList<>();

    private AlsoChecked(Findings findings) {
        this.findings = findings;
    }

    /** The checks in the order of the stack. */
    static List<Check> of(Findings findings) {
        AlsoChecked all = new AlsoChecked(findings);
        all.addresses();
        if (findings.plan().endpoint().transport().isSecure()) {
            all.asDevice();
            all.serverCertificate();
            all.checks.addAll(ClientChecks.of(findings));
        } else {
            all.add("unencrypted", State.WARNING);
        }
        if (!findings.isDeviceApi()) {
            all.mqtt();
        }
        return all.checks;
    }

    /** What a test through a device's eyes is worth. */
    private void asDevice() {
        findings.plan().tls().offer().as().ifPresent(device -> {
            boolean unset = device.clock() == DeviceClock.UNSET;
            checks.add(check(
                    device.isRun() ? "as-device" : "as-device-documented",
                    device.isRun() ? State.OK : State.WARNING,
                    "device",
                    device.title()));
            if (!device.assumed().isEmpty()) {
                checks.add(check("as-device-assumed", State.WARNING, "parts", String.join(", ", device.assumed())));
            }
            if (unset) {
                checks.add(check("as-device-clock", State.WARNING, "device", device.title()));
            }
        });
    }

    private void addresses() {
        long failed = findings.timeline().all(TcpFailed.class).count();
        if (failed > 0 && findings.timeline().has(TcpConnected.class)) {
            checks.add(check("some-addresses-fail", State.WARNING, "count", Long.toString(failed)));
        }
    }

    private void serverCertificate() {
        if (findings.chainJudged().isEmpty()) {
            add("server-trusted-skipped", State.SKIPPED);
            return;
        }
        Set<Kind> faults = Set.copyOf(
                findings.chainFaults().stream().map(fault -> fault.kind()).toList());
        if (!findings.plan().tls().trust().enforced()) {
            add("server-not-verified", State.WARNING);
        }
        boolean untrusted = faults.stream()
                .anyMatch(kind -> kind.isFatal() && !ABOUT_NAMES.contains(kind) && !ABOUT_DATES.contains(kind));
        add(untrusted ? "server-untrusted" : "server-trusted", untrusted ? State.BAD : State.OK);
        ServerChange.of(findings).ifPresent(change -> changed(change, untrusted));
        if (faults.contains(Kind.WEAK_KEY) || faults.contains(Kind.WEAK_SIGNATURE)) {
            add("server-weak", State.WARNING);
        }
        if (faults.contains(Kind.NO_ALTERNATIVE_NAME)) {
            add("host-in-common-name-only", State.WARNING);
        } else {
            boolean mismatch = faults.contains(Kind.HOST_MISMATCH);
            add(mismatch ? "host-differs" : "host-matches", mismatch ? State.BAD : State.OK);
        }
        boolean dated = faults.stream().anyMatch(ABOUT_DATES::contains);
        add(dated ? "clock-or-dates-wrong" : "clock-fits", dated ? State.BAD : State.OK);
        findings.serverCertificates()
                .flatMap(certificates -> certificates.detail().chain().stream().findFirst())
                .flatMap(leaf -> Expiry.soon("server-expires-soon", leaf, findings.now()))
                .ifPresent(checks::add);
        findings.staple().ifPresent(judged -> staple(judged.detail().staple()));
        findings.chainFaults().stream()
                .filter(fault -> fault.kind() == Kind.ANCHOR_EXPIRED)
                .findFirst()
                .ifPresent(fault -> checks.add(check("authority-expired", State.WARNING, "subject", fault.subject())));
    }

    private void staple(Staple staple) {
        switch (staple) {
            case GOOD -> add("staple-good", State.OK);
            case REVOKED -> add("staple-revoked", State.BAD);
            case UNKNOWN -> add("staple-unknown", State.WARNING);
            case OUTDATED -> add("staple-outdated", State.WARNING);
            case WRONG_SIGNER -> add("staple-wrong-signer", State.WARNING);
            case OTHER_CERTIFICATE -> add("staple-other-certificate", State.WARNING);
            case NO_ANSWER -> add("staple-no-answer", State.WARNING);
        }
    }

    private void changed(ServerChange change, boolean untrusted) {
        boolean renewal = change.isBySameIssuer()
                && !untrusted
                && findings.plan().tls().trust().enforced();
        checks.add(new Check(
                HypothesisBuilder.PREFIX + (renewal ? "server-renewed" : "server-changed"),
                change.args(),
                renewal ? State.OK : State.WARNING));
    }

    private void mqtt() {
        if (findings.connack().isEmpty()) {
            add("mqtt-not-reached", State.SKIPPED);
            return;
        }
        add("mqtt-reached", State.OK);
        published();
        boolean anonymous = findings.mqtt().userName().isEmpty()
                && findings.mqtt().password().isEmpty()
                && findings.mqtt().authentication().isEmpty()
                && !findings.certificateSent();
        if (findings.accepted() && anonymous) {
            add("anonymous-accepted", State.WARNING);
        }
        if (findings.accepted() && !anonymous) {
            add("real-device-not-seen", State.SKIPPED);
        }
        findings.timeline()
                .first(Disconnect.class, MatchedEvent::isIn)
                .filter(goodbye -> findings.accepted())
                .ifPresent(goodbye -> checks.add(check(
                        "thrown-off",
                        State.WARNING,
                        "code",
                        ConnackCode.show(goodbye.detail().code()))));
        findings.timeline()
                .first(AuthChecked.class, checked -> checked.detail().fault().isPresent())
                .filter(checked -> findings.accepted())
                .ifPresent(checked -> add("server-not-proven", State.WARNING));
        findings.timeline()
                .first(Subprotocol.class, seen -> seen.detail().chosen().isEmpty())
                .ifPresent(seen -> checks.add(check(
                        "no-subprotocol", State.WARNING, "asked", seen.detail().asked())));
        boolean ghost = findings.mqtt().session().cleanStart()
                && findings.connack()
                        .filter(connack -> connack.detail().sessionPresent())
                        .isPresent();
        if (ghost) {
            add("session-present", State.WARNING);
        }
    }

    /** What a pass does not show. */
    private void published() {
        boolean acknowledged = findings.accepted()
                && findings.plan()
                        .publication()
                        .filter(planned -> planned.qos() > 0)
                        .isPresent()
                && Steps.published(findings);
        if (!acknowledged) {
            return;
        }
        boolean seen = findings.timeline()
                .first(ReadBackDone.class, done -> done.detail().seen())
                .isPresent();
        if (findings.mqtt().version() != MqttOptions.Version.V5 && !seen) {
            checks.add(check(
                    "puback-proves-no-right",
                    State.WARNING,
                    "version",
                    findings.mqtt().version() == MqttOptions.Version.V3_1 ? "3.1" : "3.1.1"));
        } else if (findings.plan().readBack().isEmpty()) {
            add("not-read-back", State.SKIPPED);
        }
    }

    private void add(String key, State state) {
        checks.add(check(key, state));
    }

    /** A check whose words have at most one named place. */
    static Check check(String key, State state, String... arg) {
        return new Check(HypothesisBuilder.PREFIX + key, arg.length == 2 ? Map.of(arg[0], arg[1]) : Map.of(), state);
    }
}
