package dev.gangway.faultlab;

import dev.gangway.pki.Identity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/** Client certificates for a server that trusts one root: a good one, and one for each way of being refused. */
final class Devices {
    final Identity root = Forge.authority("CN=Lab Root").make();
    final Identity line = Forge.authority("CN=Lab Line").by(root).make();
    final Identity good = Forge.client("CN=good").by(line).make();
    final Identity other = Forge.client("CN=other").by(line).make();
    final Identity direct = Forge.client("CN=direct").by(root).make();
    final Identity expired = Forge.client("CN=expired").by(root).expired().make();
    final Identity early = Forge.client("CN=early").by(root).early().make();
    final Identity selfSigned = Forge.client("CN=self-signed").make();
    final Identity forServers = Forge.client("CN=for-servers")
            .by(root)
            .purpose(KeyPurposeId.id_kp_serverAuth)
            .make();
    final Identity weak = Forge.client("CN=weak").by(root).with(Forge.rsa(1024)).make();
    final Identity strong =
            Forge.client("CN=strong").by(root).with(Forge.rsa(2048)).make();
    final Identity forBoth = Forge.client("CN=for-both")
            .by(root)
            .alsoFor(KeyPurposeId.id_kp_serverAuth)
            .make();
    final Identity brief = Forge.client("CN=brief")
            .by(root)
            .valid(Instant.now().minus(Duration.ofHours(1)), Instant.now().plus(Duration.ofHours(1)))
            .make();
    final Identity strange = Forge.client("CN=strange")
            .by(Forge.authority("CN=Strange Line")
                    .by(Forge.authority("CN=Strange Root").make())
                    .make())
            .make();
    final Identity ofVersionOne = Forge.client("CN=of-version-one")
            .by(Forge.authority("CN=Version One").by(root).versionOne().make())
            .make();
    final Identity namesake = Forge.client("CN=Lab Root").by(root).make();
    final Identity nearlyNamesake = Forge.client("CN=Lab Root device").by(root).make();
    final Identity wrongKey = new Identity(good.chain(), other.key());
    final Identity reversed = new Identity(List.copyOf(good.chain().reversed()), good.key());

    /** A certificate for localhost, by the same root. */
    Identity server() {
        return Forge.server("CN=localhost", "localhost", "127.0.0.1").by(root).make();
    }
}
