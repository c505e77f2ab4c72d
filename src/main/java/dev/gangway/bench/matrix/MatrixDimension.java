package dev.gangway.bench.matrix;

import java.util.EnumSet;
import java.util.Set;

/** What can be varied. */
public enum MatrixDimension {
    /** TLS 1.3 and 1.2, each alone. */
    TLS,
    /** The client certificate: always sent, as a stock Java client would, not sent. */
    CERTIFICATE,
    /** With the intermediate certificates, and the leaf alone. */
    CHAIN,
    /** MQTT 5 and 3.1.1. */
    MQTT,
    /** A token in the user name, and in the password. */
    TOKEN,
    /** An ordinary client and each kind of device; they bring their own versions of TLS and MQTT. */
    DEVICE;

    /** Those of which each combination makes sense: all but the kinds of devices, which are a table of their own. */
    public static Set<MatrixDimension> combined() {
        return EnumSet.complementOf(EnumSet.of(DEVICE));
    }

    /** Whether both can be varied at once: a kind of device has its own versions. */
    public boolean goesWith(MatrixDimension other) {
        Set<MatrixDimension> both = EnumSet.of(this, other);
        return !both.contains(DEVICE) || !both.contains(TLS) && !both.contains(MQTT);
    }
}
