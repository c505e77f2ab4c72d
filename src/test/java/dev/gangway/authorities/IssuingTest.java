package dev.gangway.authorities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.authorities.AuthorityCreation.NewAuthority;
import dev.gangway.authorities.Issuing.IssuedKey;
import dev.gangway.device.Credential;
import dev.gangway.pki.AuthorityLimits;
import dev.gangway.pki.CertificateExtras;
import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.Explained;
import dev.gangway.pki.Finding;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Keys;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.authority.Template;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuingTest {
    @TempDir
    Path folder;

    private Office office;
    private Issuing issuing;
    private Authority root;

    @BeforeEach
    void open() {
        office = new Office(folder);
        issuing = office.authorities.issuing();
        root = office.root();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aDeviceGetsKeyChainAndARecord() throws Exception {
        Authority plant = office.below(root);
        UUID device = UUID.randomUUID();
        IssuedKey made = issuing.issue(IssueRequest.forDevice(
                        plant.id(), Template.DEVICE_CLIENT, "pump-1", Optional.empty(), Optional.of(device)))
                .orThrow();
        X509Certificate leaf = made.issued().chain().getFirst();
        assertThat(made.issued().chain()).containsExactly(leaf, plant.certificate(), root.certificate());
        assertThat(Keys.match(Keys.fromPkcs8(made.key().pkcs8()).orThrow(), leaf.getPublicKey()))
                .isTrue();
        assertThat(office.authorities.issuedBy(plant.id()))
                .containsExactly(made.issued().record());
        assertThat(office.authorities.issued(leaf)).hasValueSatisfying(record -> {
            assertThat(record.device()).contains(device);
            assertThat(record.template()).isEqualTo("Device");
            assertThat(record.isValid(Office.NOW)).isTrue();
        });
        assertThat(office.authorities.issuerOf(leaf)).contains(plant);
        assertThat(made.credential(false)).isEqualTo(new Credential.X509Leaf(leaf, made.key()));
        assertThat(made.credential(true))
                .isEqualTo(new Credential.X509Chain(made.issued().chain(), made.key()));
    }

    @Test
    void aDraftShowsWhatWouldBeIssuedAndIssuesNothing() throws Exception {
        Template own = new Template(
                "Pump",
                "CN={name},SERIALNUMBER={serial},O=Plant 2",
                Optional.of(Duration.ofDays(90)),
                KeyType.EC_P384,
                Purpose.DEVICE_CLIENT,
                List.of("{name}.plant2.example"),
                new CertificateExtras(
                        List.of("urn:dev:ops:{serial}"),
                        List.of(CertificateExtras.SERVER_AUTH),
                        Optional.of("http://pki.example/plant2.crl"),
                        Optional.of("http://pki.example/plant2.cer")));
        assertThat(own.places()).containsExactly("name", "serial");
        IssueRequest request = IssueRequest.forDevice(root.id(), own, "pump-1", Optional.of("0417"), Optional.empty());
        CertificatePreview preview = issuing.draft(request).orThrow();
        assertThat(preview.spec().subject()).isEqualTo("CN=pump-1,SERIALNUMBER=0417,O=Plant 2");
        assertThat(preview.sample().getSubjectAlternativeNames())
                .extracting(name -> String.valueOf(name.get(1)))
                .containsExactly("pump-1.plant2.example", "urn:dev:ops:0417");
        assertThat(preview.sample().getExtendedKeyUsage())
                .containsExactly(CertificateExtras.CLIENT_AUTH, CertificateExtras.SERVER_AUTH);
        assertThat(preview.notes()).isEmpty();
        assertThat(office.authorities.allIssued()).isEmpty();

        X509Certificate made = issuing.issue(request).orThrow().issued().chain().getFirst();
        assertThat(made.getSubjectX500Principal()).isEqualTo(preview.sample().getSubjectX500Principal());
        assertThat(made.getNotAfter()).isEqualTo(preview.sample().getNotAfter());
        assertThat(KeyType.of(made.getPublicKey())).isEqualTo(KeyType.EC_P384);
        assertThat(made.getExtensionValue("2.5.29.31")).as("revocation list").isNotNull();
        assertThat(made.getExtensionValue("1.3.6.1.5.5.7.1.1")).as("issuer").isNotNull();
    }

    @Test
    void whatServersWillRefuseIsSaidBefore() {
        CertificatePreview life =
                issuing.draft(Office.forDevice(root, Template.IDEVID, "pump-1")).orThrow();
        assertThat(life.spec().notAfter()).isEqualTo(root.end());
        assertThat(codes(life)).containsExactly(AuthorityCode.VALIDITY_CUT.id());
        life.notes().forEach(note -> Explained.complete(note.diagnosis()));
        CertificatePreview server = issuing.draft(Office.forDevice(root, Template.MQTT_SERVER, "broker"))
                .orThrow();
        assertThat(codes(server)).containsExactly(AuthorityCode.SERVER_WITHOUT_NAME.id());
        server.notes().forEach(note -> Explained.complete(note.diagnosis()));
        assertThat(codes(issuing.draft(server(root, "broker.plant2.example")).orThrow()))
                .isEmpty();
    }

    @Test
    void anIdentityForLifeNeedsAnAuthorityForLife() {
        Authority forEver = office.authorities
                .founding()
                .root(new NewAuthority("Maker", "CN=Maker", KeyType.EC_P256, Optional.empty(), AuthorityLimits.NONE))
                .orThrow();
        X509Certificate idevid = issuing.issue(Office.forDevice(forEver, Template.IDEVID, "pump-1"))
                .orThrow()
                .issued()
                .chain()
                .getFirst();
        assertThat(idevid.getNotAfter().toInstant()).isEqualTo(Template.NO_END);
    }

    @Test
    void namesThatTheAuthorityMayNotSignForAreRefused() {
        Authority plant = office.authorities
                .founding()
                .intermediate(root.id(), Office.wanted("Plant 2", Office.names("plant2.example")))
                .orThrow();
        assertThat(plant.limits().permittedDns()).containsExactly("plant2.example");
        assertThat(issuing.draft(server(plant, "broker.plant2.example")).isOk()).isTrue();
        Explained.failedWith(issuing.draft(server(plant, "broker.plant3.example")), PkiCode.NAME_NOT_PERMITTED);
        Explained.failedWith(issuing.draft(server(plant, "xplant2.example")), PkiCode.NAME_NOT_PERMITTED);
    }

    @Test
    void whatDoesNotFitIsRefusedInTheDraft() {
        Explained.failedWith(
                issuing.draft(Office.forDevice(root, Template.DEVICE_CLIENT.withSubject("CN={name},X"), "a")),
                PkiCode.SUBJECT_SYNTAX);
        Explained.failedWith(
                issuing.draft(Office.forDevice(root, Template.DEVICE_CLIENT.withSubject("CN={line}"), "a")),
                PkiCode.TEMPLATE_PLACE);
        Explained.failedWith(issuing.draft(extras(List.of("no uri"), List.of(), "")), PkiCode.ALTERNATIVE_NAME);
        Explained.failedWith(issuing.draft(extras(List.of(), List.of("3.1"), "")), PkiCode.USAGE_SYNTAX);
        Explained.failedWith(issuing.draft(extras(List.of(), List.of(), "host.example")), PkiCode.URL_SYNTAX);
        Explained.failedWith(
                issuing.draft(new IssueRequest(
                        UUID.randomUUID(), Template.LDEVID, Map.of(), List.of(), List.of(), Optional.empty())),
                AuthorityCode.UNKNOWN);
    }

    private IssueRequest extras(List<String> uris, List<String> usages, String url) {
        Template with = new Template(
                "x",
                "CN={name}",
                Optional.empty(),
                KeyType.EC_P256,
                Purpose.DEVICE_CLIENT,
                List.of(),
                new CertificateExtras(
                        uris, usages, url.isEmpty() ? Optional.empty() : Optional.of(url), Optional.empty()));
        return Office.forDevice(root, with, "a");
    }

    private static IssueRequest server(Authority by, String host) {
        return new IssueRequest(
                by.id(), Template.MQTT_SERVER, Map.of("name", host), List.of(host), List.of(), Optional.empty());
    }

    private static List<String> codes(CertificatePreview preview) {
        return preview.notes().stream()
                .map(Finding::diagnosis)
                .map(diagnosis -> diagnosis.code())
                .toList();
    }
}
