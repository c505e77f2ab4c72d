package dev.gangway.pki;

import dev.gangway.pki.authority.Workshop;
import dev.gangway.pki.bouncycastle.BouncyCastleMaker;
import dev.gangway.pki.bouncycastle.BouncyCastleRequests;
import dev.gangway.pki.bouncycastle.BouncyCastleRevocationLists;

/** What authorities work with, for tests of other rooms. */
public final class TestWorkshop {
    private TestWorkshop() {}

    /** The real one. */
    public static Workshop real() {
        return new Workshop(new BouncyCastleMaker(), new BouncyCastleRequests(), new BouncyCastleRevocationLists());
    }
}
