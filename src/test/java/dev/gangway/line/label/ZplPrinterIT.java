package dev.gangway.line.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZplPrinterIT {
    @ParameterizedTest
    @CsvSource({
        "'030,0,0,0123,000,0,0,0,000,0,0,0', '000,0,0,0,0,2,4,0,00000000,1,000', ''",
        "'030,1,0,0123,000,0,0,0,000,0,0,0', '000,0,0,0,0,2,4,0,00000000,1,000', label.paper-out",
        "'030,0,1,0123,000,0,0,0,000,0,0,0', '000,0,0,0,0,2,4,0,00000000,1,000', label.paused",
        "'030,0,0,0123,000,1,0,0,000,0,0,0', '000,0,0,0,0,2,4,0,00000000,1,000', label.buffer-full",
        "'030,1,1,0123,000,0,0,0,000,0,0,0', '000,0,1,0,0,2,4,0,00000000,1,000', label.head-open",
        "'030,0,0,0123,000,0,0,0,000,0,0,0', '000,0,0,1,0,2,4,0,00000000,1,000', label.ribbon-out",
        "'hello', 'world', label.printer-answer"
    })
    void thePrinterIsAskedBeforeAndAfter(String first, String second, String code) throws Exception {
        try (PlayedPrinter played = new PlayedPrinter(first, second)) {
            StringBuilder sent = new StringBuilder();
            Outcome<Outcome.Done> printed = new ZplPrinter("127.0.0.1", played.port(), Duration.ofSeconds(20))
                    .print("^XA^XZ\n", () -> sent.append("sent"));
            boolean ready = code == null || code.isEmpty();
            assertThat(printed.failure().map(Diagnosis::code).orElse("")).isEqualTo(ready ? "" : code);
            assertThat(played.got()).isEqualTo(ready ? "~HS\n^XA^XZ\n~HS\n" : "~HS\n");
            assertThat(sent.toString()).isEqualTo(ready ? "sent" : "");
        }
    }

    /** It is ready before and after, and what it was sent stays in its memory. */
    @ParameterizedTest
    @CsvSource({
        "'030,0,0,0123,001,0,0,0,000,0,0,0', '000,0,0,0,0,2,4,0,00000000,1,000'",
        "'030,0,0,0123,000,0,0,0,000,0,0,0', '000,0,0,0,0,2,4,0,00000001,1,000'"
    })
    void aPrinterThatAcceptsAndPrintsNothingIsTold(String first, String second) throws Exception {
        try (PlayedPrinter played = new PlayedPrinter(first, second)) {
            Outcome<Outcome.Done> printed =
                    new ZplPrinter("127.0.0.1", played.port(), Duration.ofMillis(500)).print("^XA^XZ\n", () -> {});
            assertThat(failure(printed).is(LabelCode.NOT_PRINTED)).isTrue();
            assertThat(played.got()).startsWith("~HS\n^XA^XZ\n~HS\n");
        }
    }

    @Test
    void aSilentAndAMissingPrinterAreTold() throws Exception {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = server.getLocalPort();
            assertThat(failure(new ZplPrinter("127.0.0.1", port, Duration.ofMillis(200)).status())
                            .is(LabelCode.PRINTER_SILENT))
                    .isTrue();
        }
        assertThat(failure(new ZplPrinter("127.0.0.1", port, Duration.ofSeconds(5)).status())
                        .is(LabelCode.PRINTER_UNREACHABLE))
                .isTrue();
    }

    private static Diagnosis failure(Outcome<?> outcome) {
        return outcome.failure().orElseThrow();
    }
}
