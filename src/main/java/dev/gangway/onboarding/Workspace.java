package dev.gangway.onboarding;

import dev.gangway.authorities.Authorities;
import dev.gangway.authorities.Certificates;
import dev.gangway.bench.live.LiveBench;
import dev.gangway.bench.model.TestBench;
import dev.gangway.bench.rules.RuleBook;
import dev.gangway.credentials.CmpEnrolment;
import dev.gangway.credentials.CredentialSource;
import dev.gangway.credentials.DeviceProvisioning;
import dev.gangway.credentials.Enrolments;
import dev.gangway.credentials.EstEnrolment;
import dev.gangway.credentials.FreshTokens;
import dev.gangway.credentials.HardwareKeys;
import dev.gangway.credentials.Identities;
import dev.gangway.credentials.MqttProvisioning;
import dev.gangway.credentials.Pusher;
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
import dev.gangway.inventory.Sessions;
import dev.gangway.pki.authority.Workshop;
import dev.gangway.server.ServerAdapters;
import dev.gangway.testing.DeviceTests;
import dev.gangway.testing.LiveSessions;
import dev.gangway.testing.Repairs;
import dev.gangway.testing.RunFiles;
import dev.gangway.testing.Trials;
import dev.gangway.transfer.exporting.Exports;
import dev.gangway.transfer.importing.Imports;
import dev.gangway.vault.AuditLog;
import dev.gangway.vault.Vault;
import java.time.Clock;
import java.util.List;

/**
 * Everything that can be done with one unlocked vault. Its parts are safe for use by several threads and block, so
 * they are called off the UI thread.
 */
public final class Workspace implements AutoCloseable {
    private final Vault vault;
    private final Sessions sessions;
    private final HardwareKeys hardware;
    private final EstEnrolment est;
    private final CmpEnrolment cmp;
    private final Authorities authorities;
    private final Certificates certificates;
    private final Servers servers;
    private final Devices devices;
    private final Pusher pusher;
    private final DeviceTests tests;
    private final Onboarding onboarding;
    private final CredentialSource credentials;
    private final Renewals renewals;
    private final Inventory inventory;
    private final Repairs repairs;
    private final DeviceProfiles profiles;
    private final RunFiles runFiles;
    private final Trials trials;
    private final FreshTokens tokens;
    private final TokenRequests tokenRequests;
    private final CredentialChange change;
    private final Imports imports;
    private final Exports exports;
    private final LiveSessions live;

    /**
     * Opens one; nothing is sent yet. Call {@link Onboarding#resume} once to finish what a crash interrupted.
     *
     * @param vault unlocked; closed with this
     * @param adapters open connections to servers
     * @param http asks authorization servers
     * @param bench runs the tests
     * @param workshop makes keys and certificates
     * @param hardware keys in hardware tokens; closed with this
     * @param clock for dates of certificates and records
     */
    public Workspace(
            Vault vault,
            ServerAdapters adapters,
            HttpClients http,
            TestBench bench,
            Workshop workshop,
            HardwareKeys hardware,
            Clock clock) {
        this.vault = vault;
        this.hardware = hardware;
        sessions = new Sessions(adapters);
        DeviceClaims claims = new DeviceClaims();
        Journal journal = new Journal(vault, clock);
        authorities = new Authorities(vault, workshop, clock);
        certificates = new Certificates(vault, clock);
        servers = new Servers(vault, sessions);
        profiles = new DeviceProfiles(vault, servers);
        LiveBench liveBench = new LiveBench(new RuleBook());
        pusher = new Pusher(
                vault, servers, claims, journal, new DeviceProvisioning(vault, new MqttProvisioning(liveBench)), clock);
        tokens = new FreshTokens(vault, claims, http, clock);
        tokenRequests = new TokenRequests(http, clock);
        Identities identities = new Identities(hardware);
        tests = new DeviceTests(vault, servers, bench, tokens, identities, clock);
        devices = new Devices(vault, servers, List.of(tests::forget, journal::end));
        Undo undo = new Undo(vault, servers, devices, journal);
        Enrolments enrolments = new Enrolments(devices, hardware, identities, workshop);
        est = new EstEnrolment(new EstClient(http), enrolments, workshop.requests());
        cmp = new CmpEnrolment(new CmpClient(http, clock), enrolments, workshop.requests());
        credentials = new CredentialSource(workshop.maker(), authorities.issuing(), hardware, est, clock);
        LiveProof proof = new LiveProof(tests);
        Steps steps = new Steps(devices, pusher, proof, credentials, journal, undo, clock);
        onboarding = new Onboarding(servers, claims, journal, new Beginning(vault, devices, journal), steps);
        trials = new Trials(vault, devices, bench, workshop.maker());
        runFiles = new RunFiles(vault);
        renewals = new Renewals(devices, pusher, servers, authorities, certificates);
        repairs = new Repairs(pusher, renewals, profiles, tokens);
        inventory = new Inventory(devices, authorities, certificates);
        change = new CredentialChange(devices, servers, pusher, credentials, proof);
        imports = new Imports(vault, workshop.importer(), devices, authorities, certificates, clock);
        exports = new Exports(vault, servers, workshop.exporter());
        live = new LiveSessions(vault, tests, tokens, liveBench, clock);
    }

    /** The servers. */
    public Servers servers() {
        return servers;
    }

    /** The devices. */
    public Devices devices() {
        return devices;
    }

    /** Puts devices with their credentials on servers. */
    public Pusher pusher() {
        return pusher;
    }

    /** Device profiles on the servers. */
    public DeviceProfiles profiles() {
        return profiles;
    }

    /** Bringing devices on board. */
    public Onboarding onboarding() {
        return onboarding;
    }

    /** Giving devices another credential. */
    public CredentialChange change() {
        return change;
    }

    /** Tokens of devices that sign in with one. */
    public FreshTokens tokens() {
        return tokens;
    }

    /** Bringing in files. */
    public Imports imports() {
        return imports;
    }

    /** Writing files. */
    public Exports exports() {
        return exports;
    }

    /** Asking authorization servers, before a device has the credential. */
    public TokenRequests tokenRequests() {
        return tokenRequests;
    }

    /** Testing devices. */
    public DeviceTests tests() {
        return tests;
    }

    /** Sessions that stay. */
    public LiveSessions live() {
        return live;
    }

    /** Several tests in a row. */
    public Trials trials() {
        return trials;
    }

    /** Tests in files. */
    public RunFiles runFiles() {
        return runFiles;
    }

    /** Remedies for a device that its server refuses. */
    public Repairs repairs() {
        return repairs;
    }

    /** Makes credentials, also such that an authority of the vault issues. */
    public CredentialSource credentials() {
        return credentials;
    }

    /** The authorities, and what they issue. */
    public Authorities authorities() {
        return authorities;
    }

    /** Certificates that belong to no device. */
    public Certificates certificates() {
        return certificates;
    }

    /** Enrolment by EST. */
    public EstEnrolment est() {
        return est;
    }

    /** Enrolment by CMP. */
    public CmpEnrolment cmp() {
        return cmp;
    }

    /** Keys in hardware tokens. */
    public HardwareKeys hardware() {
        return hardware;
    }

    /** Every certificate in the vault. */
    public Inventory inventory() {
        return inventory;
    }

    /** Renewing certificates. */
    public Renewals renewals() {
        return renewals;
    }

    /** Who did what. */
    public AuditLog audit() {
        return vault.audit();
    }

    /** Closes the connections and signs out of tokens, then locks the vault. */
    @Override
    public void close() {
        sessions.close();
        hardware.close();
        vault.close();
    }
}
