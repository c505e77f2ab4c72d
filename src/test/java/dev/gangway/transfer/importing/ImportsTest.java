package dev.gangway.transfer.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.authorities.Authority;
import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.KeyRef;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.onboarding.Vaulted;
import dev.gangway.pki.Explained;
import dev.gangway.pki.Family;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Pem;
import dev.gangway.pki.PkiCode;
import dev.gangway.pki.Samples;
import dev.gangway.pki.Source;
import dev.gangway.pki.importing.Gathered;
import dev.gangway.pki.importing.ImportItem;
import dev.gangway.pki.importing.ImportPreview;
import dev.gangway.pki.importing.Passphrases;
import dev.gangway.transfer.importing.Destination.Kind;
import dev.gangway.transfer.importing.Imports.ImportRules;
import dev.gangway.transfer.importing.Proposal.Placement;
import dev.gangway.vault.AuditLog;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportsTest {
    @TempDir
    Path folder;

    private final Family family = new Family(KeyType.EC_P256);
    private final Source root = Source.text("root.pem", Pem.certificate(family.root.leaf()));
    private final Source rootKey = key("root.key", family.root);
    private final Source chain = Source.text("pump.pem", Pem.certificates(family.device.chain()));
    private final Source key = key("pump.key", family.device);
    private Vaulted vault;
    private Imports imports;

    @BeforeEach
    void open() {
        vault = Vaulted.in(folder);
        imports = vault.workspace().imports();
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void eachThingIsProposedWhereItIsBest() {
        List<Proposal> proposals = proposals(ImportRules.usual(), root, rootKey, chain, key);
        assertThat(proposals)
                .extracting(proposal -> proposal.placement().destination())
                .containsExactlyInAnyOrder(
                        new Destination.NewAuthority("Plant 2 ROOT"),
                        new Destination.NewDevice("pump-0417", "default"));
        assertThat(proposals)
                .allSatisfy(proposal -> assertThat(proposal.choices())
                        .extracting(Destination::kind)
                        .contains(Kind.CERTIFICATE, Kind.LEAVE_OUT));
    }

    @Test
    void everythingIsStoredAndWrittenDown() {
        Stored stored = imports.store(placements(ImportRules.usual(), root, rootKey, chain, key))
                .orThrow();
        Device device = vault.workspace().devices().named("pump-0417").orElseThrow();
        assertThat(device.credential()).isInstanceOfSatisfying(Credential.X509Chain.class, credential -> {
            assertThat(credential.chain()).startsWith(family.device.leaf(), family.intermediate.leaf());
            assertThat(credential.key()).isInstanceOf(KeyRef.Stored.class);
        });
        assertThat(vault.workspace().authorities().all())
                .extracting(Authority::name)
                .containsExactly("Plant 2 ROOT");
        assertThat(stored.count()).isEqualTo(2);
        AuditLog.Entry entry = vault.workspace().audit().newest(1).getFirst();
        assertThat(entry.action()).isEqualTo("import.stored");
        assertThat(entry.details())
                .containsEntry("devices", "1")
                .containsEntry("authorities", "1")
                .containsEntry("files", "4");
    }

    @Test
    void oneThatCannotBeStoredKeepsAllOut() {
        ImportItem device = items(chain, key).getFirst();
        ImportItem authority = items(root, rootKey).getFirst();
        List<Placement> placements = List.of(
                new Placement(device, new Destination.NewDevice("pump-0417", "default")),
                new Placement(authority, new Destination.NewAuthority("Plant")),
                new Placement(authority, new Destination.NewAuthority("Plant")));
        assertThat(imports.store(placements).isOk()).isFalse();
        assertThat(vault.workspace().devices().count()).isZero();
        assertThat(vault.workspace().authorities().all()).isEmpty();
        assertThat(vault.workspace().audit().newest(10))
                .extracting(AuditLog.Entry::action)
                .doesNotContain("device.added", "import.stored");
    }

    @Test
    void whatTheVaultHasIsLeftOut() {
        imports.store(placements(ImportRules.usual(), chain, key)).orThrow();
        Proposal again = proposals(ImportRules.usual(), chain, key).getFirst();
        assertThat(again.placement().destination().kind()).isEqualTo(Kind.LEAVE_OUT);
        assertThat(again.known().orElseThrow().is(ImportCode.IN_VAULT)).isTrue();
        Explained.complete(again.known().orElseThrow());
        Explained.failedWith(imports.store(List.of(again.placement())), ImportCode.NOTHING_CHOSEN);
    }

    @Test
    void aDeviceOfTheSameNameIsOnlyTouchedOnRequest() {
        imports.store(placements(ImportRules.usual(), chain, key)).orThrow();
        Family other = new Family(KeyType.EC_P256);
        Source renewed = Source.text("new.pem", Pem.certificates(other.device.chain()));
        Source renewedKey = key("new.key", other.device);
        Explained.failedWith(
                imports.store(placements(ImportRules.usual(), renewed, renewedKey)), ImportCode.NAME_TAKEN);
        ImportRules replace = new ImportRules(NamingRule.COMMON_NAME, "default", Optional.empty(), true);
        imports.store(placements(replace, renewed, renewedKey)).orThrow();
        assertThat(vault.workspace().devices().count()).isEqualTo(1);
        assertThat(vault.workspace().devices().named("pump-0417").orElseThrow().credential())
                .isInstanceOfSatisfying(
                        Credential.X509Chain.class,
                        credential -> assertThat(credential.chain()).startsWith(other.device.leaf()));
    }

    @Test
    void aKeyFindsTheDeviceThatWaitsForIt() {
        ImportRules devices = new ImportRules(NamingRule.COMMON_NAME, "default", Optional.of(Kind.NEW_DEVICE), false);
        imports.store(placements(devices, chain)).orThrow();
        Proposal alone = proposals(ImportRules.usual(), key).getFirst();
        assertThat(alone.placement().destination().kind()).isEqualTo(Kind.DEVICE);
        imports.store(List.of(alone.placement())).orThrow();
        assertThat(vault.workspace().devices().named("pump-0417").orElseThrow().credential())
                .isInstanceOfSatisfying(
                        Credential.X509Chain.class,
                        credential -> assertThat(credential.key()).isInstanceOf(KeyRef.Stored.class));
    }

    @Test
    void aKeyOfNothingCanOnlyBeLeftOut() {
        Proposal alone = proposals(ImportRules.usual(), key).getFirst();
        assertThat(alone.choices()).containsExactly(new Destination.LeaveOut());
        assertThat(alone.item().findings())
                .anyMatch(finding -> finding.diagnosis().is(PkiCode.KEY_WITHOUT_CERTIFICATE));
    }

    @Test
    void namesComeFromTheRuleAndMustDiffer() {
        NamingRule rule = new NamingRule("{o}-{cn}");
        List<ImportItem> items = items(chain, key);
        assertThat(rule.name(items.getFirst())).contains("Plant 2-pump-0417");
        assertThat(new NamingRule("{file}").name(items.getFirst())).contains("pump");
        assertThat(new NamingRule("{serialnumber}").name(items.getFirst())).isEmpty();
        Placement one = new Placement(items.getFirst(), new Destination.NewDevice("same", "default"));
        Placement nameless = new Placement(items.getFirst(), new Destination.NewDevice("", "default"));
        List<Optional<Diagnosis>> problems = imports.check(List.of(one, one, nameless));
        assertThat(problems.get(0)).isEmpty();
        assertThat(problems.get(1).orElseThrow().is(ImportCode.NAME_TWICE)).isTrue();
        assertThat(problems.get(2).orElseThrow().is(ImportCode.NAME_MISSING)).isTrue();
        problems.stream().flatMap(Optional::stream).forEach(Explained::complete);
    }

    @Test
    void anAuthorityWithoutItsKeyIsKeptAsACertificate() {
        Proposal authority = proposals(ImportRules.usual(), root).getFirst();
        assertThat(authority.choices()).extracting(Destination::kind).containsExactly(Kind.CERTIFICATE, Kind.LEAVE_OUT);
        Explained.failedWith(
                imports.store(List.of(new Placement(authority.item(), new Destination.NewAuthority("Plant")))),
                ImportCode.AUTHORITY_WITHOUT_KEY);
        imports.store(List.of(authority.placement())).orThrow();
        assertThat(vault.workspace().certificates().all()).hasSize(1);
    }

    @Test
    void closedFilesAreProblemsOfTheirOwn() {
        ImportPreview preview = imports.preview(
                new Gathered(List.of(chain, key, Samples.source("ec.p12")), List.of(), List.of()), Passphrases.none());
        assertThat(preview.items()).hasSize(1);
        assertThat(preview.problems()).singleElement().matches(problem -> problem.wantsPassphrase());
    }

    private List<Placement> placements(ImportRules rules, Source... sources) {
        return proposals(rules, sources).stream().map(Proposal::placement).toList();
    }

    private List<Proposal> proposals(ImportRules rules, Source... sources) {
        return imports.propose(items(sources), rules);
    }

    private List<ImportItem> items(Source... sources) {
        return imports.preview(new Gathered(List.of(sources), List.of(), List.of()), Passphrases.none())
                .items();
    }

    private static Source key(String name, dev.gangway.pki.Identity identity) {
        return Source.text(name, Pem.privateKey(identity.key()).reveal());
    }
}
