package dev.gangway.cli;

import dev.gangway.bench.model.TestBench;
import dev.gangway.credentials.HardwareKeys;
import dev.gangway.credentials.PinSource;
import dev.gangway.pki.CertificateMaker;
import dev.gangway.pki.CredentialReader;
import dev.gangway.pki.authority.CertificateRequests;
import dev.gangway.pki.export.Keygen;
import dev.gangway.pki.importing.Importer;
import dev.gangway.server.Practice;
import dev.gangway.server.ServerKinds;
import dev.gangway.vault.Vault;

/** Makes what commands work with, anew at each call. The wiring implements it, the same for window and command line. */
public interface Assembly {
    /** Runs tests. */
    TestBench bench();

    /** Makes keys and certificates. */
    CertificateMaker maker();

    /** Makes and reads certificate requests. */
    CertificateRequests requests();

    /** Makes the files of ThingsBoard's key generator. */
    Keygen keygen();

    /** Reads whatever files hold. */
    Importer importer();

    /** Reads certificates and keys. */
    CredentialReader reader();

    /** The kinds of server that there are. */
    ServerKinds kinds();

    /** The practice server; its entry has the name that this is. */
    Practice practice(String name);

    /** Keys in hardware tokens, opened with PINs from this source; the caller closes it. */
    HardwareKeys hardware(PinSource pins);

    /** The use cases over this vault, which closes with them; {@code pins} is asked where a key is in a hardware token. */
    UseCases over(Vault vault, PinSource pins);

    /** The use cases over a vault in memory, which is kept nowhere: for work that leaves nothing behind. */
    UseCases unkept();
}
