package dev.gangway.bench.kinds;

import dev.gangway.bench.causes.Proof;
import dev.gangway.bench.rules.TlsCode;

/** What proxies that go by the server's name have in common. */
final class Proxies {
    private Proxies() {}

    /** A certificate that the proxy made itself says that it has none for the name: trusting it would mend nothing. */
    static void defaultCertificate(Situation situation) {
        boolean refused = situation.findings().connect().isEmpty()
                && situation.findings().serverCertificates().isPresent()
                && situation.findings().alertFromUs().isPresent();
        boolean named = situation.findings().plan().tls().name().sent();
        if (refused && named && !situation.proposes(TlsCode.HOST_MISMATCH_WITHOUT_SNI)) {
            String name = situation
                    .findings()
                    .plan()
                    .tls()
                    .expectedName(situation.findings().plan().endpoint().host());
            situation.first(situation
                    .draft(TlsCode.DEFAULT_CERTIFICATE)
                    .with("name", name)
                    .seen(
                            situation.findings().serverCertificates(),
                            "server-chain",
                            "count",
                            situation
                                    .findings()
                                    .serverCertificates()
                                    .map(seen -> seen.detail().chain().size())
                                    .orElse(0))
                    .proven(Proof.ON_THE_WIRE));
        }
    }
}
