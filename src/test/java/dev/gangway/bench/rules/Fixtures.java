package dev.gangway.bench.rules;

import dev.gangway.bench.model.ServerFacts;
import dev.gangway.faultlab.Forge;
import dev.gangway.pki.Identity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Certificates that several tests look at; making them takes a moment. */
final class Fixtures {
    static final Identity ROOT = Forge.authority("CN=Plant Root,O=Plant").make();
    static final Identity LINE = Forge.authority("CN=Line CA,O=Plant").by(ROOT).make();
    static final Identity SERVER =
            Forge.server("CN=broker.example", "broker.example").by(ROOT).make();
    static final Identity DEVICE = Forge.client("CN=pump-1,O=Plant").by(LINE).make();
    static final Identity SELF_SIGNED = Forge.client("CN=pump-2").make();
    static final Identity EXPIRED = Forge.client("CN=pump-3").expired().make();
    static final Identity EARLY = Forge.client("CN=pump-4").early().make();

    private Fixtures() {}

    /** The same key with other certificates. */
    static Identity withChain(Identity identity, Identity... chain) {
        return new Identity(Stream.of(chain).map(Identity::leaf).toList(), identity.key());
    }

    static Identity reversed(Identity identity) {
        return new Identity(List.copyOf(identity.chain().reversed()), identity.key());
    }

    /** What a server says of a device of the default profile. */
    static ServerFacts facts(boolean exists, String type, boolean matches) {
        return new ServerFacts(
                exists,
                Optional.of(type),
                Optional.of(matches),
                Optional.empty(),
                Optional.of("default"),
                Optional.of("DEFAULT"),
                Optional.of("DISABLED"),
                Optional.empty(),
                Optional.empty());
    }
}
