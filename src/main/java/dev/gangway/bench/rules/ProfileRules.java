package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.causes.Proof;
import dev.gangway.bench.event.TlsDetail.BeyondDevice;
import dev.gangway.bench.profile.DeviceProfile;
import java.util.List;
import java.util.Optional;

/** What the kind of device as which we connect could not have read: its limits are known, and so is what came. */
final class ProfileRules {
    static final List<Rule> RULES = List.of(ProfileRules::beyond);

    private ProfileRules() {}

    private static Optional<Hypothesis> beyond(Findings findings) {
        return findings.timeline()
                .first(BeyondDevice.class)
                .flatMap(seen -> findings.draft(code(seen.detail()))
                        .with("seen", seen.detail().seen())
                        .with("most", seen.detail().most())
                        .with("device", device(findings))
                        .seen(
                                seen,
                                "beyond-device",
                                "seen",
                                seen.detail().seen(),
                                "most",
                                seen.detail().most(),
                                "device",
                                device(findings))
                        .proven(Proof.KNOWN_HERE)
                        .report());
    }

    private static String device(Findings findings) {
        return findings.plan().tls().offer().as().map(DeviceProfile::title).orElse("–");
    }

    private static ProfileCode code(BeyondDevice beyond) {
        return switch (beyond.limit()) {
            case RECORD -> ProfileCode.RECORD_TOO_LARGE;
            case MESSAGE -> ProfileCode.CERTIFICATES_TOO_LARGE;
            case CHAIN -> ProfileCode.CHAIN_TOO_LONG;
            case RSA_KEY -> ProfileCode.KEY_TOO_LARGE;
        };
    }
}
