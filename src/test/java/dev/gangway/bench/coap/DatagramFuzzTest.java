package dev.gangway.bench.coap;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.event.Timeline;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;

/** Whatever datagrams come, reading along in DTLS neither fails nor fills memory. */
class DatagramFuzzTest {
    private static final InetSocketAddress SERVER = new InetSocketAddress(InetAddress.getLoopbackAddress(), 5_684);
    private static final int DATAGRAM = 300;
    private static final int LARGEST_MESSAGE = 256 * 1024 + 4;

    @FuzzTest(maxDuration = "2m")
    void dtlsRecords(byte[] bytes) {
        Timeline timeline = new Timeline(event -> {});
        DtlsTrace trace = new DtlsTrace(new CoapTrace(SERVER, "", timeline), new DtlsSecrets(), timeline);
        for (int at = 0; at < bytes.length; at += DATAGRAM) {
            byte[] datagram = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + DATAGRAM));
            trace.received(datagram);
            trace.sent(datagram);
        }
        for (Event event : timeline.events()) {
            assertThat(event.raw()).hasSizeLessThanOrEqualTo(LARGEST_MESSAGE);
        }
    }
}
