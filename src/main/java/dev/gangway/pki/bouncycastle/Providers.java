package dev.gangway.pki.bouncycastle;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Bouncy Castle's provider, handed to those who need it; never registered, so that nothing else changes. */
final class Providers {
    static final Provider BC = new BouncyCastleProvider();

    private Providers() {}
}
