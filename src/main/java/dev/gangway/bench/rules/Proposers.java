package dev.gangway.bench.rules;

import java.util.List;

/** All proposers of the bench itself, one for each situation that has more than one explanation. */
final class Proposers {
    static final List<Proposer> ALL = List.of(
            ClosedOnConnect::propose,
            RefusedUpgrade::propose,
            RefusedLogin::propose,
            JwtRules::propose,
            ClosedOnPublish::propose,
            LongSessionRules::propose,
            RefusedCertificates::ofServer,
            RefusedCertificates::ofIssuer,
            LateHangUp::propose,
            RefusedCertificates::ofDevice,
            RefusedCertificates::besideLogin,
            RefusedHello::propose,
            LostOnTheWay::propose,
            LostOnTheWay::fickle);

    private Proposers() {}
}
