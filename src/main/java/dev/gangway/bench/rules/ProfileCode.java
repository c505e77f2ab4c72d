package dev.gangway.bench.rules;

import static dev.gangway.bench.rules.RemedyTemplate.advice;

import java.util.List;

/** Why a kind of device cannot read what the server sends, where an ordinary client can. */
public enum ProfileCode implements BenchCode {
    /** A TLS record is larger than the device's buffer. */
    RECORD_TOO_LARGE(advice("smaller-records"), advice("shorter-server-chain"), advice("larger-device-buffer")),
    /** The server's certificates together are larger than what the device can read. */
    CERTIFICATES_TOO_LARGE(
            advice("shorter-server-chain"), advice("ec-server-certificate"), advice("larger-device-buffer")),
    /** The server sends more certificates than the device looks at. */
    CHAIN_TOO_LONG(advice("shorter-server-chain"), advice("server-chain-order")),
    /** The RSA key of one of the server's certificates is larger than the device can use. */
    KEY_TOO_LARGE(advice("ec-server-certificate"), advice("smaller-server-key"));

    private final List<RemedyTemplate> advice;

    ProfileCode(RemedyTemplate... advice) {
        this.advice = List.of(advice);
    }

    @Override
    public String family() {
        return "profile";
    }

    @Override
    public List<RemedyTemplate> remedies() {
        return advice;
    }
}
