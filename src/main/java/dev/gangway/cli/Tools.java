package dev.gangway.cli;

import dev.gangway.background.Cancellation;
import dev.gangway.bench.engine.Bench;
import dev.gangway.bench.model.TestBench;
import dev.gangway.bench.rules.RuleBook;
import dev.gangway.credentials.HardwareKeys;
import dev.gangway.credentials.PinSource;
import dev.gangway.http.HttpClients;
import dev.gangway.onboarding.Workspace;
import dev.gangway.pki.CertificateMaker;
import dev.gangway.pki.CredentialReader;
import dev.gangway.pki.authority.CertificateRequests;
import dev.gangway.pki.authority.Workshop;
import dev.gangway.pki.bouncycastle.BouncyCastleExporter;
import dev.gangway.pki.bouncycastle.BouncyCastleImporter;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.pki.bouncycastle.BouncyCastleReader;
import dev.gangway.pki.bouncycastle.BouncyCastleRequests;
import dev.gangway.pki.bouncycastle.BouncyCastleRevocationLists;
import dev.gangway.pki.importing.Importer;
import dev.gangway.pki.pkcs11.Pkcs11Tokens;
import dev.gangway.server.thingsboard.ThingsBoard;
import dev.gangway.settings.PlatformPaths;
import dev.gangway.vault.Vault;
import dev.gangway.vault.Vaults;
import dev.gangway.vault.sqlite.SqliteVaults;
import java.io.InputStream;
import java.time.Clock;
import java.util.Map;

/**
 * What commands work with. The parts that take time to start are made when a command asks for them.
 *
 * @param vaults creates and unlocks vaults
 * @param paths where files are unless a command says otherwise
 * @param environment variables of the process
 * @param input what is typed or piped into the process
 * @param clock for dates of certificates and records
 * @param cancellation of everything that runs
 */
record Tools(
        Vaults vaults,
        PlatformPaths paths,
        Map<String, String> environment,
        InputStream input,
        Clock clock,
        Cancellation cancellation) {
    /** Those of this machine. */
    static Tools real() {
        return new Tools(
                new SqliteVaults(),
                PlatformPaths.here(),
                System.getenv(),
                System.in,
                Clock.systemUTC(),
                new Cancellation());
    }

    TestBench bench() {
        return new Bench(new RuleBook());
    }

    CertificateMaker maker() {
        return new BouncyCastleMaker();
    }

    CertificateRequests requests() {
        return new BouncyCastleRequests();
    }

    Importer importer() {
        return new BouncyCastleImporter(clock);
    }

    CredentialReader reader() {
        return new BouncyCastleReader();
    }

    /** Asks {@code pins} where a device's key is in a hardware token. */
    Workspace workspace(Vault vault, PinSource pins) {
        HttpClients http = new HttpClients();
        return new Workspace(vault, new ThingsBoard(http), http, bench(), workshop(), hardware(pins), clock);
    }

    /** Keys in hardware tokens; the caller closes it. */
    HardwareKeys hardware(PinSource pins) {
        return new HardwareKeys(new Pkcs11Tokens(), workshop(), pins, clock);
    }

    private Workshop workshop() {
        return new Workshop(
                maker(),
                requests(),
                new BouncyCastleRevocationLists(),
                new BouncyCastleImporter(clock),
                new BouncyCastleExporter());
    }
}
