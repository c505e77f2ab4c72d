package dev.gangway.pki;

import dev.gangway.pki.authority.PkiServices;
import dev.gangway.pki.bouncycastle.BouncyCastleExporter;
import dev.gangway.pki.bouncycastle.BouncyCastleImporter;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.pki.bouncycastle.BouncyCastleRequests;
import dev.gangway.pki.bouncycastle.BouncyCastleRevocationLists;
import java.time.Clock;

/** What authorities work with, for tests of other rooms. */
public final class TestWorkshop {
    private TestWorkshop() {}

    /** The real one. */
    public static PkiServices real() {
        return new PkiServices(
                new BouncyCastleMaker(),
                new BouncyCastleRequests(),
                new BouncyCastleRevocationLists(),
                new BouncyCastleImporter(Clock.systemUTC()),
                new BouncyCastleExporter());
    }
}
