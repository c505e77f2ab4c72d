package dev.gangway.authorities;

import dev.gangway.pki.Fingerprints;
import dev.gangway.pki.authority.Template;
import dev.gangway.vault.RecordType;
import java.util.Map;
import java.util.UUID;

/** What this room keeps in the vault. */
final class AuthorityRecordTypes {
    /** Authorities, found by name and by what they stand below. */
    static final RecordType<Authority> AUTHORITY = new RecordType<>(
            "authority",
            Authority.class,
            authority -> authority.id().toString(),
            authority -> Map.of(
                    "name",
                    authority.name(),
                    "parent",
                    authority.parent().map(UUID::toString).orElse(""),
                    "sha256",
                    Fingerprints.sha256(authority.certificate())));

    /** What authorities have issued, found by authority, by device and by fingerprint. */
    static final RecordType<IssuedCertificate> ISSUED = new RecordType<>(
            "issued-certificate",
            IssuedCertificate.class,
            IssuedCertificate::id,
            issued -> Map.of(
                    "authority",
                    issued.authority().toString(),
                    "device",
                    issued.device().map(UUID::toString).orElse(""),
                    "sha256",
                    Fingerprints.sha256(issued.certificate())));

    /** Certificates of no device, found by fingerprint. */
    static final RecordType<UnassignedCertificate> STANDING = new RecordType<>(
            "standing-certificate",
            UnassignedCertificate.class,
            unassigned -> unassigned.id().toString(),
            unassigned -> Map.of("sha256", Fingerprints.sha256(unassigned.certificate())));

    /** Templates that people have made, one a name. */
    static final RecordType<Template> TEMPLATE = RecordType.of("template", Template.class, Template::name);

    private AuthorityRecordTypes() {}
}
