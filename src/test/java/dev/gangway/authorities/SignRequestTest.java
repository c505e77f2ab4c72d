package dev.gangway.authorities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.pki.Explained;
import dev.gangway.pki.Openssl;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Samples;
import dev.gangway.pki.Source;
import dev.gangway.pki.authority.Template;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that openssl made, signed by an authority of the vault. */
class SignRequestTest {
    @TempDir
    Path folder;

    private Office office;
    private Authority root;
    private Openssl openssl;

    @BeforeEach
    void open() {
        openssl = new Openssl(folder);
        office = new Office(folder);
        root = office.root();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void namesAreKeptAndWishesForMoreAreDropped() throws Exception {
        Source file = request(
                "/O=Plant 2/CN=pump-0417",
                "subjectAltName=DNS:pump.example,IP:192.0.2.7,URI:urn:x:1,email:a@b.example",
                "basicConstraints=critical,CA:TRUE");
        RequestDraft draft = issuing().draft(wanted(file, true)).orThrow();
        assertThat(draft.kept())
                .containsExactly("CN=pump-0417,O=Plant 2", "DNS:pump.example", "IP:192.0.2.7", "URI:urn:x:1");
        assertThat(draft.dropped()).containsExactlyInAnyOrder("rfc822Name", "basicConstraints");
        assertThat(office.authorities.allIssued()).isEmpty();

        Issued issued = issuing().sign(wanted(file, true)).orThrow();
        X509Certificate made = issued.chain().getFirst();
        assertThat(made.getSubjectX500Principal().getName()).isEqualTo("CN=pump-0417,O=Plant 2");
        assertThat(made.getPublicKey()).isEqualTo(draft.request().key());
        assertThat(made.getBasicConstraints()).as("an authority").isEqualTo(-1);
        assertThat(made.getSubjectAlternativeNames()).hasSize(3);
        assertThat(office.authorities.allIssued()).containsExactly(issued.record());
    }

    @Test
    void theTemplateNamesTheDeviceWhereThatIsWanted() {
        Source file = request("/CN=whatever", "keyUsage=keyCertSign");
        RequestDraft draft = issuing().draft(wanted(file, false)).orThrow();
        assertThat(draft.draft().spec().subject()).isEqualTo("CN=pump-1");
        assertThat(draft.dropped()).containsExactly("CN=whatever", "keyUsage");
    }

    @Test
    void whatIsNoRequestOrNotSignedByItsKeyIsRefused() {
        Explained.failedWith(issuing().draft(wanted(Samples.source("ec.cert.pem"), true)), PkiCode.NO_REQUEST);
        Source request = request("/CN=pump-0417");
        byte[] changed = request.bytes().clone();
        int at = new String(changed, StandardCharsets.ISO_8859_1).indexOf("pump-0417");
        changed[at] = 'q';
        Explained.failedWith(issuing().sign(wanted(new Source("a.csr", changed), true)), PkiCode.REQUEST_SIGNATURE);
        assertThat(office.authorities.allIssued()).isEmpty();
    }

    private Issuing issuing() {
        return office.authorities.issuing();
    }

    private RequestedCertificate wanted(Source file, boolean ownSubject) {
        return new RequestedCertificate(
                root.id(), Template.DEVICE_CLIENT, file, ownSubject, Map.of("name", "pump-1"), Optional.empty());
    }

    private Source request(String subject, String... extensions) {
        openssl.file("device.key", Samples.text("ec.pkcs8.pem"));
        List<String> command = new ArrayList<>(List.of(
                "req", "-new", "-key", "device.key", "-subj", subject, "-outform", "DER", "-out", "device.csr"));
        for (String extension : extensions) {
            command.addAll(List.of("-addext", extension));
        }
        assertThat(openssl.openssl(command.toArray(String[]::new)).code()).isZero();
        return openssl.source("device.csr");
    }
}
