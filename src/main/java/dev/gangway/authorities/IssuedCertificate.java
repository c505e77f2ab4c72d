package dev.gangway.authorities;

import dev.gangway.pki.authority.RevocationLists.Reason;
import dev.gangway.stored.StoredAs;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A certificate that an authority in the vault has issued: its own record of it, kept whatever becomes of the device.
 *
 * @param authority who issued it
 * @param certificate as it was handed out
 * @param template by which it was made, for people
 * @param device whose it is, where it was made for one in the vault
 * @param at when it was issued
 * @param revocation where it was revoked
 */
public record IssuedCertificate(
        @StoredAs("authority") UUID authority,
        @StoredAs("certificate") X509Certificate certificate,
        @StoredAs("template") String template,
        @StoredAs("device") Optional<UUID> device,
        @StoredAs("at") Instant at,
        @StoredAs("revocation") Optional<Revocation> revocation) {
    /** When and why it was revoked. */
    public record Revocation(
            @StoredAs("at") Instant at, @StoredAs("reason") Reason reason) {}

    /** Its serial number as openssl prints it: hexadecimal, upper case. */
    public String serial() {
        return serial(certificate);
    }

    /** A certificate's serial number as openssl prints it. */
    public static String serial(X509Certificate certificate) {
        return certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
    }

    /** Whether it stands at this moment: neither ended nor revoked. */
    public boolean isValid(Instant now) {
        return revocation.isEmpty() && now.isBefore(certificate.getNotAfter().toInstant());
    }

    /** One certificate of an authority; unique, because an authority never uses a serial number twice. */
    String id() {
        return id(authority, serial());
    }

    static String id(UUID authority, String serial) {
        return authority + "/" + serial;
    }

    IssuedCertificate revoked(Revocation why) {
        return new IssuedCertificate(authority, certificate, template, device, at, Optional.of(why));
    }
}
