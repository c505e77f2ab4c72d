package dev.gangway.ui.shell;

import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.pki.Fingerprints;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Devices as the search sees them. */
final class DeviceIndex {
    private DeviceIndex() {}

    /**
     * One device.
     *
     * @param id of the device
     * @param name of the device
     * @param detail serial and label
     * @param text everything it is found by, lower case
     */
    record Row(UUID id, String name, String detail, String text) {}

    /** Makes the rows; hashes certificates, so call it off the UI thread. */
    static List<Row> of(List<Device> devices) {
        return devices.stream().map(DeviceIndex::row).toList();
    }

    /** At most {@code most} rows with {@code wanted} in them, those whose name begins with it first. */
    static List<Row> find(List<Row> rows, String wanted, int most, BooleanSupplier stop) {
        List<Row> begins = new ArrayList<>();
        List<Row> holds = new ArrayList<>();
        for (Row row : rows) {
            if (stop.getAsBoolean() || begins.size() == most) {
                break;
            }
            if (row.text().startsWith(wanted)) {
                begins.add(row);
            } else if (holds.size() < most && row.text().contains(wanted)) {
                holds.add(row);
            }
        }
        begins.addAll(holds);
        return begins.subList(0, Math.min(most, begins.size()));
    }

    private static Row row(Device device) {
        String serial = device.serial().orElse("");
        String detail = serial.isEmpty() || device.label().isEmpty()
                ? serial + device.label()
                : serial + " · " + device.label();
        String text = String.join("\n", device.name(), serial, device.label(), fingerprints(device.credential()));
        return new Row(device.id(), device.name(), detail, text.toLowerCase(Locale.ROOT));
    }

    private static String fingerprints(Credential credential) {
        return switch (credential) {
            case Credential.X509Leaf leaf -> fingerprints(leaf.certificate());
            case Credential.X509Chain chain
            when !chain.chain().isEmpty() -> fingerprints(chain.chain().getFirst());
            default -> "";
        };
    }

    private static String fingerprints(X509Certificate certificate) {
        String sha256 = Fingerprints.sha256(certificate);
        return String.join(
                "\n",
                sha256,
                sha256.replace(":", ""),
                Fingerprints.sha1(certificate),
                Fingerprints.credentialsId(certificate));
    }
}
