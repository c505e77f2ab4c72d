package dev.gangway.bench.rules;

import dev.gangway.diagnosis.Code;
import java.util.List;

/** A cause that the bench can name, together with what helps against it. */
public sealed interface BenchCode extends Code
        permits NetCode, PortCode, TlsCode, CertCode, MqttCode, DeviceCode, SessionCode, DeviceApiCode, ProfileCode {
    /** What may help, the most probable first. */
    List<RemedyTemplate> remedies();

    /** Keys of the remedies, the most probable first; the words are in the bundles under {@code remedy.<key>}. */
    default List<String> remedyKeys() {
        return remedies().stream()
                .map(advice -> HypothesisBuilder.PREFIX + advice.key())
                .toList();
    }
}
