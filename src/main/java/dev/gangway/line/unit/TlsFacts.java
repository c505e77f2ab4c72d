package dev.gangway.line.unit;

import dev.gangway.bench.event.TlsDetail.HandshakeComplete;
import dev.gangway.bench.model.Run;
import dev.gangway.bench.model.ServerSeen;
import dev.gangway.stored.StoredAs;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a live test negotiated.
 *
 * @param version for example {@code TLS 1.3}
 * @param suite IANA's name of the cipher suite
 * @param server SHA-256 fingerprint of the server's certificate, empty where the test failed
 */
public record TlsFacts(
        @StoredAs("version") String version,
        @StoredAs("suite") String suite,
        @StoredAs("server") String server) {
    /** Those of a run; empty where it had none with TLS. */
    static Optional<TlsFacts> of(Run run) {
        return run.events().stream()
                .flatMap(event -> event.detail() instanceof HandshakeComplete done ? Stream.of(done) : Stream.empty())
                .findFirst()
                .map(done -> new TlsFacts(
                        done.version(),
                        done.cipherSuite(),
                        ServerSeen.in(run).map(ServerSeen::sha256).orElse("")));
    }
}
