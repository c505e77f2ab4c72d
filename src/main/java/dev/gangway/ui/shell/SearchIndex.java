package dev.gangway.ui.shell;

import dev.gangway.authorities.Authority;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.inventory.CertificateEntry;
import dev.gangway.inventory.CertificateEntry.Holder;
import dev.gangway.pki.Fingerprints;
import dev.gangway.pki.Subjects;
import dev.gangway.server.ServerEntry;
import dev.gangway.ui.kit.Navigator;
import dev.gangway.ui.text.Words;
import dev.gangway.ui.text.guide.ExplainedCode;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything in the vault as the search sees it, with the screen that shows it. */
final class SearchIndex {
    /** Where words of a diagnosis name what it is about. */
    private static final Pattern PLACE = Pattern.compile("\\{\\w+}");

    private SearchIndex() {}

    /** What a row stands for. */
    enum Kind {
        DEVICE,
        CERTIFICATE,
        AUTHORITY,
        SERVER,
        HELP
    }

    /**
     * One thing.
     *
     * @param kind what it is
     * @param screen that shows it, as in {@link Navigator}
     * @param subject what that screen calls it; for help, the code of the diagnosis
     * @param name for people
     * @param detail serial, label, address
     * @param text everything it is found by, lower case, beginning with the name
     */
    record Row(Kind kind, String screen, String subject, String name, String detail, String text) {
        Row(Kind kind, String screen, String subject, String name, String detail, Stream<String> more) {
            this(
                    kind,
                    screen,
                    subject,
                    name,
                    detail,
                    Stream.concat(Stream.of(name, detail), more)
                            .collect(Collectors.joining("\n"))
                            .toLowerCase(Locale.ROOT));
        }
    }

    /** Devices; hashes certificates, so call it off the UI thread, as all of these. */
    static Stream<Row> devices(List<Device> devices) {
        return devices.stream().map(SearchIndex::device);
    }

    /** Certificates that belong to no device, and authorities. */
    static Stream<Row> certificates(List<CertificateEntry> entries) {
        return entries.stream().flatMap(entry -> switch (entry.holder()) {
            case Holder.OfDevice _ -> Stream.empty();
            case Holder.OfAuthority(Authority authority) ->
                Stream.of(new Row(
                        Kind.AUTHORITY,
                        Navigator.AUTHORITIES,
                        authority.id().toString(),
                        authority.name(),
                        Subjects.text(entry.certificate()),
                        marks(entry.certificate())));
            case Holder.Standing(var unassigned) ->
                Stream.of(certificate(entry, unassigned.id().toString()));
            case Holder.HandedOut(var record) ->
                Stream.of(certificate(entry, record.authority() + "/" + record.serial()));
        });
    }

    /** Servers. */
    static Stream<Row> servers(List<ServerEntry> servers) {
        return servers.stream()
                .map(server -> new Row(
                        Kind.SERVER,
                        Navigator.SERVERS,
                        server.id().toString(),
                        server.name(),
                        server.url().toString(),
                        Stream.concat(server.mqtt().stream(), server.mqtts().stream())
                                .map(listener -> listener.host() + ":" + listener.port())));
    }

    /** What every diagnosis means, by its words and its code. */
    static Stream<Row> help(Words words) {
        return ExplainedCode.codes(words).stream()
                .map(code -> new Row(
                        Kind.HELP,
                        Navigator.HELP,
                        code,
                        PLACE.matcher(words.get("diagnosis." + code + ".title")).replaceAll("…"),
                        code,
                        Stream.<String>empty()));
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

    private static Row device(Device device) {
        String serial = device.serial().orElse("");
        String detail = serial.isEmpty() || device.label().isEmpty()
                ? serial + device.label()
                : serial + " · " + device.label();
        return new Row(
                Kind.DEVICE,
                Navigator.DEVICES,
                device.id().toString(),
                device.name(),
                detail,
                certificate(device.credential()).stream().flatMap(SearchIndex::marks));
    }

    private static Row certificate(CertificateEntry entry, String id) {
        return new Row(
                Kind.CERTIFICATE,
                Navigator.CERTIFICATES,
                id,
                entry.name(),
                Subjects.text(entry.certificate()),
                marks(entry.certificate()));
    }

    private static Optional<X509Certificate> certificate(Credential credential) {
        return switch (credential) {
            case Credential.X509Leaf leaf -> Optional.of(leaf.certificate());
            case Credential.X509Chain chain -> chain.chain().stream().findFirst();
            default -> Optional.empty();
        };
    }

    /** Every fingerprint and number of a certificate that people may have. */
    private static Stream<String> marks(X509Certificate certificate) {
        String sha256 = Fingerprints.sha256(certificate);
        return Stream.of(
                sha256,
                sha256.replace(":", ""),
                Fingerprints.sha1(certificate),
                Fingerprints.credentialsId(certificate),
                certificate.getSerialNumber().toString(16),
                Subjects.text(certificate));
    }
}
