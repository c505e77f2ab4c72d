package dev.gangway.app;

import dev.gangway.device.TokenSigning;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.CertificateMaker;
import dev.gangway.pki.bouncycastle.BouncyCastleRequests;
import dev.gangway.practice.PracticeOptions;
import dev.gangway.practice.PracticeServer;
import dev.gangway.secret.Secret;
import dev.gangway.server.Practice;
import dev.gangway.server.ServerEntry;
import dev.gangway.token.jwt.Jwks;
import dev.gangway.token.jwt.JwtKeys;
import dev.gangway.token.jwt.JwtKeys.SigningKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Starts the practice server in this process, and describes it as a server entry like any other. */
final class PracticeStarter implements Practice {
    /** Always the same, so that devices brought onto it in one session are found in the next. */
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-707261637469");

    private final Supplier<CertificateMaker> certificates;
    private final String name;

    PracticeStarter(Supplier<CertificateMaker> certificates, String name) {
        this.certificates = certificates;
        this.name = name;
    }

    @Override
    public Outcome<Running> start() {
        return PracticeServer.start(
                        PracticeOptions.freePorts(certificates.get()).withEnrolment(new BouncyCastleRequests()))
                .map(server -> new InProcess(server, name));
    }

    private record InProcess(PracticeServer server, String name) implements Running {
        @Override
        public ServerEntry entry() {
            return new ServerEntry(
                    ID,
                    name,
                    ServerEntry.Kind.THINGSBOARD,
                    server.restUrl(),
                    server.tenantUser(),
                    Secret.of(server.tenantPassword()),
                    Optional.of(new ServerEntry.HostPort(server.host(), server.mqttPort())),
                    Optional.of(new ServerEntry.HostPort(server.host(), server.mqttsPort())),
                    List.of(server.authorityPem()));
        }

        @Override
        public void trust(TokenSigning signing) {
            if (JwtKeys.of(signing.key(), signing.publicKey()).orThrow() instanceof SigningKey.Pair pair) {
                server.trustTokens(Jwks.of(Map.of(signing.keyId().orElse(""), pair.publicKey())));
            } else {
                server.trustSharedSecret(signing.key());
            }
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
