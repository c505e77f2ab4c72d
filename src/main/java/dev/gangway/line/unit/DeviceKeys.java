package dev.gangway.line.unit;

import dev.gangway.authorities.Authorities;
import dev.gangway.authorities.IssueRequest;
import dev.gangway.authorities.RequestDraft;
import dev.gangway.authorities.RequestedCertificate;
import dev.gangway.credentials.CredentialChoice;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Source;
import dev.gangway.pki.authority.CertificateRequest;
import dev.gangway.stored.StoredAs;
import dev.gangway.stored.StoredNames;
import dev.gangway.vault.RecordType;
import dev.gangway.vault.Repository;
import dev.gangway.vault.Vault;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;

/**
 * Judges the requests (RFC 2986) of devices that make their keys themselves: signed by the key that they name, for this
 * unit, with a key of the recipe's kind that no other unit has shown.
 */
final class DeviceKeys {
    private final Vault vault;
    private final Authorities authorities;
    private final Repository<Seen> seen;

    DeviceKeys(Vault vault, Authorities authorities) {
        this.vault = vault;
        this.authorities = authorities;
        seen = vault.repository(Seen.KIND);
    }

    /**
     * A key that a device has shown.
     *
     * @param key SHA-256 of its SubjectPublicKeyInfo (RFC 5280), hexadecimal
     * @param device name of the device
     */
    record Seen(
            @StoredAs("key") String key,
            @StoredAs("device") String device,
            @StoredAs("serial") String serial) {
        static final RecordType<Seen> KIND = RecordType.of("line.device-key", Seen.class, Seen::key);
    }

    /** The subject that the recipe gives this unit; fails where no certificate can be made of it. */
    Outcome<String> subject(CredentialChoice.OnDevice choice, Device device) {
        return authorities
                .issuing()
                .draft(IssueRequest.forDevice(
                        choice.authority(),
                        choice.template(),
                        device.name(),
                        device.serial(),
                        Optional.of(device.id())))
                .map(preview -> preview.spec().subject());
    }

    /** The kind of key as recipes have it, for example {@code ec-p256}. */
    static String kind(CredentialChoice.OnDevice choice) {
        return StoredNames.of(choice.template().keyType())
                .toLowerCase(Locale.ROOT)
                .replace('_', '-');
    }

    /** The key of a request, proven to be this unit's; noted as shown by it. */
    Outcome<PublicKey> proven(CredentialChoice.OnDevice choice, UnitOrder order, Device device, String pem) {
        RequestedCertificate wanted = new RequestedCertificate(
                choice.authority(),
                choice.template(),
                Source.text("CSR", pem),
                false,
                Map.of("name", device.name(), "serial", order.serial()),
                Optional.of(device.id()));
        return subject(choice, device)
                .then(subject ->
                        authorities.issuing().draft(wanted).then(draft -> checked(choice, order, subject, draft)));
    }

    private Outcome<PublicKey> checked(
            CredentialChoice.OnDevice choice, UnitOrder order, String subject, RequestDraft draft) {
        CertificateRequest request = draft.request();
        if (!request.subject().isEmpty() && !isSame(request.subject(), subject)) {
            return Diagnosis.of(UnitCode.REQUEST_OTHER_SUBJECT)
                    .with("subject", request.subject())
                    .with("wanted", subject)
                    .failed();
        }
        List<String> names = Stream.of(
                        request.dnsNames(),
                        request.ipAddresses(),
                        request.uris(),
                        request.otherNames().stream().map(name -> name.text()).toList())
                .flatMap(List::stream)
                .toList();
        if (!names.isEmpty()) {
            return Diagnosis.of(UnitCode.REQUEST_OTHER_NAMES)
                    .with("names", String.join(", ", names))
                    .failed();
        }
        KeyType kind = choice.template().keyType();
        if (!kind.isOf(request.key())) {
            return Diagnosis.of(UnitCode.REQUEST_OTHER_KEY)
                    .with("wanted", kind(choice))
                    .with("algorithm", request.key().getAlgorithm())
                    .failed();
        }
        return noted(order, request.key());
    }

    /** Two units with one key would be one to the server, and whoever has one of them has both. */
    private Outcome<PublicKey> noted(UnitOrder order, PublicKey key) {
        Seen now = new Seen(sha256(key), order.name(), order.serial());
        List<Seen> others = new ArrayList<>(1);
        vault.atomically(() -> {
            seen.get(now.key())
                    .filter(before -> !before.device().equals(now.device()))
                    .ifPresent(others::add);
            if (others.isEmpty()) {
                seen.put(now);
            }
        });
        return others.stream()
                .findFirst()
                .<Outcome<PublicKey>>map(before -> Diagnosis.of(UnitCode.REQUEST_KEY_SEEN)
                        .with("device", before.device())
                        .with("serial", before.serial())
                        .failed())
                .orElseGet(() -> Outcome.ok(key));
    }

    private static boolean isSame(String one, String other) {
        try {
            return new X500Principal(one).equals(new X500Principal(other));
        } catch (IllegalArgumentException unreadable) { // a name that Java cannot read is not the recipe's
            return false;
        }
    }

    private static String sha256(PublicKey key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
