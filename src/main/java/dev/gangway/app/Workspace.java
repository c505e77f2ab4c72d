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
import dev.gangway.http.PooledBuffers;
import dev.gangway.inventory.DeviceClaims;
import dev.gangway.inventory.DeviceProfiles;
import dev.gangway.inventory.Devices;
import dev.gangway.inventory.Inventory;
import dev.gangway.inventory.Servers;
import dev.gangway.line.batch.KeptBatches;
import dev.gangway.line.batch.Mappings;
import dev.gangway.line.plant.PlantResults;
import dev.gangway.line.plant.ResultTarget;
import dev.gangway.line.recipe.Recipes;
import dev.gangway.line.record.ClockWatch;
import dev.gangway.line.record.RecordChain;
import dev.gangway.line.record.UnitRecords;
import dev.gangway.line.station.Operators;
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

/**
 * The use cases over one unlocked vault, put together: each is made when it is first asked for. Its parts are safe for
 * use by several threads and block, so they are called off the UI thread.
 */
public final class Workspace implements UseCases {
    private final Vault vault;
    private final ServerKinds kinds;
    private final HttpClients http;
    private final TestBench bench;
    private final PkiServices services;
    private final HardwareKeys hardware;
    private final Clock clock;
    private final DeviceClaims claims = new DeviceClaims();
    private final Supplier<Journal> journal;
    private final Supplier<Identities> identities;
    private final Supplier<LiveBench> sessions;
    private final Supplier<Enrolments> enrolments;
    private final Supplier<Servers> servers;
    private final Supplier<Devices> devices;
    private final Supplier<CredentialDeployer> deployer;
    private final Supplier<DeviceProfiles> profiles;
    private final Supplier<Onboarding> onboarding;
    private final Supplier<Recipes> recipes;
    private final Supplier<Units> units;
    private final Supplier<CredentialChange> change;
    private final Supplier<FreshTokens> tokens;
    private final Supplier<Imports> imports;
    private final Supplier<Exports> exports;
    private final Supplier<TokenRequests> tokenRequests;
    private final Supplier<DeviceTests> tests;
    private final Supplier<LiveSessions> live;
    private final Supplier<TestSeries> testSeries;
    private final Supplier<RunFiles> runFiles;
    private final Supplier<Repairs> repairs;
    private final Supplier<CredentialSource> credentials;
    private final Supplier<Authorities> authorities;
    private final Supplier<UnassignedCertificates> certificates;
    private final Supplier<EstEnrolment> est;
    private final Supplier<CmpEnrolment> cmp;
    private final Supplier<Inventory> inventory;
    private final Supplier<Renewals> renewals;
    private final Supplier<AuthorityRenewals> authorityRenewals;

    /**
     * Opens one; nothing is sent yet. Call {@link Onboarding#resume} once to finish what a crash interrupted.
     *
     * @param vault unlocked; closed with this
     * @param kinds of server that there are
     * @param http asks authorization servers
     * @param bench runs the tests
     * @param services makes keys and certificates
     * @param hardware keys in hardware tokens; closed with this
     * @param clock for dates of certificates and records
     */
    public Workspace(
            Vault vault,
            ServerKinds kinds,
            HttpClients http,
            TestBench bench,
            PkiServices services,
            HardwareKeys hardware,
            Clock clock) {
        this.vault = vault;
        this.kinds = kinds;
        this.http = http;
        this.bench = bench;
        this.services = services;
        this.hardware = hardware;
        this.clock = clock;
        journal = Once.of(() -> new Journal(vault, clock));
        identities = Once.of(() -> new Identities(hardware));
        sessions = Once.of(() -> new LiveBench(Kinds.judge()));
        enrolments = Once.of(() -> new Enrolments(devices(), hardware, identities.get(), services));
        servers = Once.of(() -> new Servers(vault, kinds));
        devices = Once.of(() -> new Devices(vault, servers(), List.of(tests()::forget, journal.get()::end)));
        deployer =
                Once.of(() -> new CredentialDeployer(vault, servers(), claims, journal.get(), provisioning(), clock));
        profiles = Once.of(() -> new DeviceProfiles(vault, servers()));
        onboarding = Once.of(() -> new Onboarding(
                vault, servers(), devices(), claims, journal.get(), deployer(), credentials(), tests(), clock));
        recipes = Once.of(() -> new Recipes(vault));
        units = Once.of(() -> new Units(new Units.Parts(
                vault,
                servers(),
                devices(),
                authorities(),
                onboarding(),
                change(),
                deployer(),
                credentials(),
                new UnitRecords(new RecordChain(vault, clock)),
                clock)));
        change = Once.of(() -> new CredentialChange(devices(), servers(), deployer(), credentials(), tests()));
        tokens = Once.of(() -> new FreshTokens(vault, claims, http, clock));
        imports =
                Once.of(() -> new Imports(vault, services.importer(), devices(), authorities(), certificates(), clock));
        exports = Once.of(() -> new Exports(vault, servers(), services.exporter()));
        tokenRequests = Once.of(() -> new TokenRequests(http, clock));
        tests = Once.of(() -> new DeviceTests(vault, servers(), bench, tokens(), identities.get(), clock));
        live = Once.of(() -> new LiveSessions(vault, tests(), tokens(), sessions.get(), clock));
        testSeries = Once.of(() -> new TestSeries(vault, devices(), bench, services.maker()));
        runFiles = Once.of(() -> new RunFiles(vault));
        repairs = Once.of(() -> new Repairs(deployer(), renewals(), profiles(), tokens()));
        credentials = Once.of(
                () -> new CredentialSource(services.maker(), authorities().issuing(), hardware, est(), clock));
        authorities = Once.of(() -> new Authorities(vault, services, clock));
        certificates = Once.of(() -> new UnassignedCertificates(vault, clock));
        est = Once.of(() -> new EstEnrolment(new EstClient(http), enrolments.get(), services.requests()));
        cmp = Once.of(() -> new CmpEnrolment(new CmpClient(http, clock), enrolments.get(), services.requests()));
        inventory = Once.of(() -> new Inventory(devices(), authorities(), certificates()));
        renewals = Once.of(() -> new Renewals(
                devices(),
                deployer(),
                servers(),
                authorities(),
                authorityRenewals(),
                certificates(),
                tests()::refusal));
        authorityRenewals = Once.of(() -> new AuthorityRenewals(devices(), servers(), profiles(), authorities()));
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
    public CredentialDeployer deployer() {
        return deployer.get();
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

    @Override
    public Operators operators() {
        return new Operators(vault, clock);
    }

    /** What columns of lists hold. */
    @Override
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
        try {
            servers().close();
            hardware.close();
        } finally { // whatever the others come to, the file is let go
            vault.close();
            PooledBuffers.wipe(); // with what was sent while it was open
        }
    }

    private DeviceProvisioning provisioning() {
        return new DeviceProvisioning(vault, servers(), new MqttProvisioning(sessions.get()));
    }

    @Override
    public ClockWatch clockWatch(String station) {
        return new ClockWatch(new RecordChain(vault, clock), station, clock);
    }

    @Override
    public PlantResults results(String station, ResultTarget target) {
        return new PlantResults(vault, new RecordChain(vault, clock), station, target);
    }
}
