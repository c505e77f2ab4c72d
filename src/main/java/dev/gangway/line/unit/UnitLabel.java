package dev.gangway.line.unit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gangway.background.Cancellation;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.line.label.LabelCode;
import dev.gangway.line.label.LabelFiles;
import dev.gangway.line.label.LabelTemplate;
import dev.gangway.pki.Fingerprints;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The label of one unit: its places filled, printed, and scanned again where the site wants that. */
final class UnitLabel {
    private final Labelling labelling;
    private final UnitOrder order;
    private final Device device;

    UnitLabel(Labelling labelling, UnitOrder order, Device device) {
        this.labelling = labelling;
        this.order = order;
        this.device = device;
    }

    /** Prints it, once; blocks. What stands in its codes comes back. */
    Outcome<String> print(Cancellation cancellation) {
        return LabelTemplate.parse(order.recipe().labelTemplate().orElseThrow())
                .then(template -> template.filled(values()))
                .then(label -> labelling
                        .target()
                        .print(label, order.name())
                        .then(done -> scanned(label.scannable(), cancellation)));
    }

    private Outcome<String> scanned(String printed, Cancellation cancellation) {
        if (labelling.scan().isEmpty()) {
            return Outcome.ok(printed);
        }
        Optional<String> read = labelling.scan().get().await(order, cancellation);
        return read.isEmpty()
                ? Diagnosis.of(LabelCode.NOT_SCANNED)
                        .with("printed", printed)
                        .remedy("label.scan-it")
                        .failed()
                : LabelFiles.same(printed, read.get()).map(done -> printed);
    }

    /** What places can be filled with; secrets only reach a template that allows them. */
    private Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        order.attributes().forEach((key, value) -> values.put("attribute." + key, value));
        values.put("serial", order.serial());
        values.put("name", order.name());
        values.put("label", order.label());
        values.put("profile", device.profile());
        values.put("recipe", order.recipe().name());
        values.put("version", String.valueOf(order.recipe().version()));
        values.put(
                "claim",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("deviceName", order.name())
                        .toString());
        switch (device.credential()) {
            case Credential.AccessToken(var token) -> values.put("secret.token", token.reveal());
            case Credential.X509Leaf leaf -> values.put("fingerprint", fingerprint(leaf.certificate()));
            case Credential.X509Chain chain ->
                values.put("fingerprint", fingerprint(chain.chain().getFirst()));
            default -> {
                // nothing that stands on a label
            }
        }
        return values;
    }

    private static String fingerprint(X509Certificate certificate) {
        return Fingerprints.sha256(certificate);
    }
}
