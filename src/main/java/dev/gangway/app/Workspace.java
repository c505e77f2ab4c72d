package dev.gangway.app;

import dev.gangway.authorities.Authorities;
import dev.gangway.authorities.UnassignedCertificates;
import dev.gangway.bench.kinds.Kinds;
import dev.gangway.bench.live.LiveBench;
import dev.gangway.bench.model.TestBench;
import dev.gangway.cli.UseCases;
import dev.gangway.credentials.AuthorityRenewals;
import dev.gangway.credentials.CmpEnrolment;
import dev.gangway.credentials.CredentialDeployer;
import dev.gangway.credentials.CredentialSource;
import dev.gangway.credentials.DeviceProvisioning;
import dev.gangway.credentials.Enrolments;
import dev.gangway.credentials.EstEnrolment;
import dev.gangway.credentials.FreshTokens;
import dev.gangway.credentials.HardwareKeys;
import dev.gangway.credentials.Identities;
import dev.gangway.credentials.MqttProvisioning;
import dev.gangway.credentials.Renewals;
import dev.gangway.credentials.TokenRequests;
import dev.gangway.enrolment.cmp.CmpClient;
import dev.gangway.enrolment.est.EstClient;
import dev.gangway.http.HttpClients;
import dev.gangway.inventory.DeviceClaims;
import dev.gangway.inventory.DeviceProfiles;
import dev.gangway.inventory.Devices;
import dev.gangway.inventory.Inventory;
import dev.gangway.inventory.Servers;
import dev.gangway.line.batch.KeptBatches;
import dev.gangway.line.batch.Mappings;
import dev.gangway.line.plant.PlantResults;
import dev.gangway.line.recipe.Recipes;
import dev.gangway.line.record.RecordChain;
import dev.gangway.line.record.UnitRecords;
import dev.gangway.line.station.StationSetups;
import dev.gangway.line.unit.Units;
import dev.gangway.onboarding.CredentialChange;
import dev.gangway.onboarding.Journal;
import dev.gangway.onboarding.Onboarding;
import dev.gangway.pki.authority.PkiServices;
import dev.gangway.server.ServerKinds;
import dev.gangway.testing.DeviceTests;
import dev.gangway.testing.LiveSessions;
import dev.gangway.testing.Repairs;
import dev.gangway.testing.RunFiles;
import dev.gangway.testing.TestSeries;
import dev.gangway.transfer.exporting.Exports;
import dev.gangway.transfer.importing.Imports;
import dev.gangway.vault.AuditLog;
import dev.gangway.vault.Vault;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The use cases over one unlocked vault, put together: each is made when it is first asked for. Its parts are safe for
 * use by several threads and block, so they are called off the UI thread.
 */
public final class Workspace implements UseCases {
    private final Vault vault;
    private final ServerKinds kinds;
    private final HttpClients http;
    private final TestBench bench;
    private final PkiServices workshop;
    private final HardwareKeys hardware;
    private final Clock clock;
    private final DeviceClaims claims = new DeviceClaims();
    private final Supplier<Journal> journal = once(this::newJournal);
    private final Supplier<Identities> identities = once(this::newIdentities);
    private final Supplier<LiveBench> sessions = once(this::newSessions);
    private final Supplier<Enrolments> enrolments = once(this::newEnrolments);
    private final Supplier<Servers> servers = once(this::newServers);
    private final Supplier<Devices> devices = once(this::newDevices);
    private final Supplier<CredentialDeployer> pusher = once(this::newPusher);
    private final Supplier<DeviceProfiles> profiles = once(this::newProfiles);
    private final Supplier<Onboarding> onboarding = once(this::newOnboarding);
    private final Supplier<Recipes> recipes = once(this::newRecipes);
    private final Supplier<Units> units = once(this::newUnits);
    private final Supplier<CredentialChange> change = once(this::newChange);
    private final Supplier<FreshTokens> tokens = once(this::newTokens);
    private final Supplier<Imports> imports = once(this::newImports);
    private final Supplier<Exports> exports = once(this::newExports);
    private final Supplier<TokenRequests> tokenRequests = once(this::newTokenRequests);
    private final Supplier<DeviceTests> tests = once(this::newTests);
    private final Supplier<LiveSessions> live = once(this::newLive);
    private final Supplier<TestSeries> testSeries = once(this::newTestSeries);
    private final Supplier<RunFiles> runFiles = once(this::newRunFiles);
    private final Supplier<Repairs> repairs = once(this::newRepairs);
    private final Supplier<CredentialSource> credentials = once(this::newCredentials);
    private final Supplier<Authorities> authorities = once(this::newAuthorities);
    private final Supplier<UnassignedCertificates> certificates = once(this::newCertificates);
    private final Supplier<EstEnrolment> est = once(this::newEst);
    private final Supplier<CmpEnrolment> cmp = once(this::newCmp);
    private final Supplier<Inventory> inventory = once(this::newInventory);
    private final Supplier<Renewals> renewals = once(this::newRenewals);
    private final Supplier<AuthorityRenewals> authorityRenewals = once(this::newAuthorityRenewals);

    /**
     * Opens one; nothing is sent yet. Call {@link Onboarding#resume} once to finish what a crash interrupted.
     *
     * @param vault unlocked; closed with this
     * @param kinds of server that there are
     * @param http asks authorization servers
     * @param bench runs the tests
     * @param workshop makes keys and certificates
     * @param hardware keys in hardware tokens; closed with this
     * @param clock for dates of certificates and records
     */
    public Workspace(
            Vault vault,
            ServerKinds kinds,
            HttpClients http,
            TestBench bench,
            PkiServices workshop,
            HardwareKeys hardware,
            Clock clock) {
        this.vault = vault;
        this.kinds = kinds;
        this.http = http;
        this.bench = bench;
        this.workshop = workshop;
        this.hardware = hardware;
        this.clock = clock;
    }

    @Override
    public Servers servers() {
        return servers.get();
    }

    @Override
    public Devices devices() {
        return devices.get();
    }

    @Override
    public CredentialDeployer pusher() {
        return pusher.get();
    }

    @Override
    public DeviceProfiles profiles() {
        return profiles.get();
    }

    @Override
    public Onboarding onboarding() {
        return onboarding.get();
    }

    @Override
    public Recipes recipes() {
        return recipes.get();
    }

    @Override
    public Units units() {
        return units.get();
    }

    /** The batches that were begun with this vault. */
    public KeptBatches batches() {
        return new KeptBatches(vault);
    }

    /** What columns of lists hold. */
    public Mappings mappings() {
        return new Mappings(vault);
    }

    /** How the station is set up. */
    public StationSetups stationSetups() {
        return new StationSetups(vault);
    }

    /** Giving devices another credential. */
    public CredentialChange change() {
        return change.get();
    }

    /** Tokens of devices that sign in with one. */
    public FreshTokens tokens() {
        return tokens.get();
    }

    @Override
    public Imports imports() {
        return imports.get();
    }

    @Override
    public Exports exports() {
        return exports.get();
    }

    @Override
    public TokenRequests tokenRequests() {
        return tokenRequests.get();
    }

    @Override
    public DeviceTests tests() {
        return tests.get();
    }

    @Override
    public LiveSessions live() {
        return live.get();
    }

    @Override
    public TestSeries testSeries() {
        return testSeries.get();
    }

    /** Tests in files. */
    public RunFiles runFiles() {
        return runFiles.get();
    }

    /** Remedies for a device that its server refuses. */
    public Repairs repairs() {
        return repairs.get();
    }

    @Override
    public CredentialSource credentials() {
        return credentials.get();
    }

    @Override
    public Authorities authorities() {
        return authorities.get();
    }

    @Override
    public UnassignedCertificates certificates() {
        return certificates.get();
    }

    @Override
    public EstEnrolment est() {
        return est.get();
    }

    @Override
    public CmpEnrolment cmp() {
        return cmp.get();
    }

    @Override
    public HardwareKeys hardware() {
        return hardware;
    }

    @Override
    public Inventory inventory() {
        return inventory.get();
    }

    @Override
    public Renewals renewals() {
        return renewals.get();
    }

    @Override
    public AuthorityRenewals authorityRenewals() {
        return authorityRenewals.get();
    }

    @Override
    public AuditLog audit() {
        return vault.audit();
    }

    /** Closes the connections and signs out of tokens, then locks the vault. */
    @Override
    public void close() {
        servers().close();
        hardware.close();
        vault.close();
    }

    private DeviceProvisioning provisioning() {
        return new DeviceProvisioning(vault, servers(), new MqttProvisioning(sessions.get()));
    }

    private Journal newJournal() {
        return new Journal(vault, clock);
    }

    private Identities newIdentities() {
        return new Identities(hardware);
    }

    private LiveBench newSessions() {
        return new LiveBench(Kinds.judge());
    }

    private Enrolments newEnrolments() {
        return new Enrolments(devices(), hardware, identities.get(), workshop);
    }

    private Servers newServers() {
        return new Servers(vault, kinds);
    }

    private Devices newDevices() {
        return new Devices(vault, servers(), List.of(tests()::forget, journal.get()::end));
    }

    private CredentialDeployer newPusher() {
        return new CredentialDeployer(vault, servers(), claims, journal.get(), provisioning(), clock);
    }

    private DeviceProfiles newProfiles() {
        return new DeviceProfiles(vault, servers());
    }

    private Onboarding newOnboarding() {
        return new Onboarding(
                vault, servers(), devices(), claims, journal.get(), pusher(), credentials(), tests(), clock);
    }

    private Recipes newRecipes() {
        return new Recipes(vault);
    }

    @Override
    public PlantResults results(String station, String target) {
        return new PlantResults(vault, new RecordChain(vault, clock), station, target);
    }

    private Units newUnits() {
        return new Units(new Units.Parts(
                vault,
                servers(),
                devices(),
                authorities(),
                onboarding(),
                change(),
                pusher(),
                credentials(),
                new UnitRecords(new RecordChain(vault, clock)),
                clock));
    }

    private CredentialChange newChange() {
        return new CredentialChange(devices(), servers(), pusher(), credentials(), tests());
    }

    private FreshTokens newTokens() {
        return new FreshTokens(vault, claims, http, clock);
    }

    private Imports newImports() {
        return new Imports(vault, workshop.importer(), devices(), authorities(), certificates(), clock);
    }

    private Exports newExports() {
        return new Exports(vault, servers(), workshop.exporter());
    }

    private TokenRequests newTokenRequests() {
        return new TokenRequests(http, clock);
    }

    private DeviceTests newTests() {
        return new DeviceTests(vault, servers(), bench, tokens(), identities.get(), clock);
    }

    private LiveSessions newLive() {
        return new LiveSessions(vault, tests(), tokens(), sessions.get(), clock);
    }

    private TestSeries newTestSeries() {
        return new TestSeries(vault, devices(), bench, workshop.maker());
    }

    private RunFiles newRunFiles() {
        return new RunFiles(vault);
    }

    private Repairs newRepairs() {
        return new Repairs(pusher(), renewals(), profiles(), tokens());
    }

    private CredentialSource newCredentials() {
        return new CredentialSource(workshop.maker(), authorities().issuing(), hardware, est(), clock);
    }

    private Authorities newAuthorities() {
        return new Authorities(vault, workshop, clock);
    }

    private UnassignedCertificates newCertificates() {
        return new UnassignedCertificates(vault, clock);
    }

    private EstEnrolment newEst() {
        return new EstEnrolment(new EstClient(http), enrolments.get(), workshop.requests());
    }

    private CmpEnrolment newCmp() {
        return new CmpEnrolment(new CmpClient(http, clock), enrolments.get(), workshop.requests());
    }

    private Inventory newInventory() {
        return new Inventory(devices(), authorities(), certificates());
    }

    private Renewals newRenewals() {
        return new Renewals(
                devices(), pusher(), servers(), authorities(), authorityRenewals(), certificates(), tests()::refusal);
    }

    private AuthorityRenewals newAuthorityRenewals() {
        return new AuthorityRenewals(devices(), servers(), profiles(), authorities());
    }

    /** What this makes, made at the first call. */
    private static <T> Supplier<T> once(Supplier<T> making) {
        return new Supplier<>() {
            private @Nullable T made;

            @Override
            public synchronized T get() {
                T there = made;
                if (there == null) {
                    there = making.get();
                    made = there;
                }
                return there;
            }
        };
    }
}
