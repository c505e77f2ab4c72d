package dev.gangway.bench.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every cause that the bench can name. */
public final class Catalogue {
    private static final List<BenchCode> ALL = Stream.<BenchCode[]>of(
                    NetCode.values(),
                    PortCode.values(),
                    TlsCode.values(),
                    ProfileCode.values(),
                    CertCode.values(),
                    MqttCode.values(),
                    DeviceCode.values(),
                    SessionCode.values(),
                    DeviceApiCode.values())
            .flatMap(Stream::of)
            .toList();

    private Catalogue() {}

    /** All of them, from the network up. */
    public static List<BenchCode> all() {
        return ALL;
    }

    /** The cause with this id, for example {@code cert.intermediate-missing}. */
    public static Optional<BenchCode> find(String id) {
        return ALL.stream().filter(code -> code.id().equals(id)).findFirst();
    }
}
