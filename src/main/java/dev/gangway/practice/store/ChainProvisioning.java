package dev.gangway.practice.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.gangway.practice.store.DeviceStore.DeviceDraft;
import dev.gangway.practice.store.DeviceStore.NameConflict;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

/**
 * Devices that come on board by a certificate chain. It happens inside the TLS handshake, before anything looks at
 * dates, and fails without a word: the CONNECT that follows is refused then.
 */
public final class ChainProvisioning {
    private final ProfileStore profiles;
    private final DeviceStore devices;
    private final CredentialsStore credentials;

    ChainProvisioning(ProfileStore profiles, DeviceStore devices, CredentialsStore credentials) {
        this.profiles = profiles;
        this.devices = devices;
        this.credentials = credentials;
    }

    /**
     * Looks at a chain that a client presented. The certificate nearest to the leaf that is known decides.
     *
     * @param chain leaf first
     */
    public void presented(List<X509Certificate> chain) {
        for (X509Certificate certificate : chain) {
            String id = CredentialsFormat.id(certificate);
            if (credentials
                    .find(id)
                    .filter(row -> row.type() == CredentialsType.X509_CERTIFICATE)
                    .isPresent()) {
                return;
            }
            Optional<ProfileRow> profile = profiles.byProvisionKey(id)
                    .filter(row -> row.provisionType() == ProfileRow.ProvisionType.X509_CERTIFICATE_CHAIN);
            if (profile.isPresent()) {
                provision(profile.get(), chain.getFirst());
                return;
            }
        }
    }

    private void provision(ProfileRow profile, X509Certificate leaf) {
        Optional<String> name = deviceName(profile, leaf);
        if (name.isEmpty()) {
            return;
        }
        CredentialsDraft draft = CredentialsDraft.certificate(base64(leaf));
        Optional<StoredDevice> present = devices.byName(name.get());
        try {
            if (present.isPresent()) {
                replace(profile, present.get(), draft);
            } else if (profile.provisioning()
                    .path("allowCreateNewDevicesByX509Certificate")
                    .asBoolean()) {
                create(profile, name.get(), draft);
            }
        } catch (RestRefusal refused) {
            // As silent as the real server: the device stays as it was, and CONNECT will be refused.
        }
    }

    private void replace(ProfileRow profile, StoredDevice device, CredentialsDraft draft) {
        CredentialsRow row = credentials.of(device.id());
        if (device.profileId().equals(profile.id()) && row.type() == CredentialsType.X509_CERTIFICATE) {
            devices.updateCredentials(
                    device.id(),
                    new CredentialsDraft(
                            Optional.of(row.id()),
                            Optional.empty(),
                            draft.type(),
                            draft.credentialsId(),
                            draft.credentialsValue()));
        }
    }

    private void create(ProfileRow profile, String name, CredentialsDraft draft) {
        JsonNode none = NullNode.getInstance();
        devices.create(
                new DeviceDraft(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(name),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(profile.id()),
                        none,
                        none),
                Optional.of(draft),
                NameConflict.FAIL);
    }

    private static Optional<String> deviceName(ProfileRow profile, X509Certificate leaf) {
        Optional<String> pattern = Json.text(profile.provisioning(), "certificateRegExPattern");
        Optional<String> commonName = commonName(leaf);
        if (pattern.isEmpty() || commonName.isEmpty()) {
            return Optional.empty();
        }
        try {
            Matcher matcher = Pattern.compile(pattern.get()).matcher(commonName.get());
            return matcher.find() && matcher.groupCount() > 0
                    ? Optional.ofNullable(matcher.group(1))
                    : Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> commonName(X509Certificate leaf) {
        try {
            return new LdapName(leaf.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                            .map(rdn -> String.valueOf(rdn.getValue()))
                            .findFirst();
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }

    private static String base64(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
