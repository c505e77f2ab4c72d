package dev.gangway.cli;

import picocli.CommandLine.Option;

/** The quality of service. */
final class QosOption {
    private static final int HIGHEST = 2;

    @Option(
            names = "--qos",
            paramLabel = "0|1|2",
            defaultValue = "1",
            description = "Of what is published or subscribed to (default: ${DEFAULT-VALUE}).")
    private int qos = 1;

    int value() {
        if (qos < 0 || qos > HIGHEST) {
            throw ConnectionOptions.badValue("--qos", String.valueOf(qos));
        }
        return qos;
    }
}
