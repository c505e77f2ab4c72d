package dev.gangway.server.thingsboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.server.ServerCode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IoFaultsTest {
    static Stream<Arguments> exceptions() {
        return Stream.of(
                Arguments.of(new UnknownHostException("x"), ServerCode.HOST_UNKNOWN),
                Arguments.of(new ConnectException("x"), ServerCode.REFUSED),
                Arguments.of(new NoRouteToHostException("x"), ServerCode.UNREACHABLE),
                Arguments.of(new SocketTimeoutException("x"), ServerCode.TIMEOUT),
                Arguments.of(new InterruptedIOException("x"), ServerCode.TIMEOUT),
                Arguments.of(new SSLPeerUnverifiedException("x"), ServerCode.TLS_HOST_MISMATCH),
                Arguments.of(new SocketException("x"), ServerCode.CONNECTION_LOST),
                Arguments.of(new EOFException("x"), ServerCode.CONNECTION_LOST),
                Arguments.of(new IOException("x"), ServerCode.CONNECTION_LOST));
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void eachTypeHasItsDiagnosisWhateverItsText(IOException broken, ServerCode code) {
        IoFaults faults = new IoFaults("https", "tb.example", 443, Duration.ofSeconds(7));
        assertThat(faults.diagnose(broken)).satisfies(why -> {
            assertThat(why.code()).isEqualTo(code.id());
            assertThat(why.args()).containsEntry("host", "tb.example").containsEntry("port", "443");
            assertThat(why.remedies()).isNotEmpty();
        });
    }
}
