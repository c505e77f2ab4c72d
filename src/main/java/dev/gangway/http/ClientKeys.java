package dev.gangway.http;

import dev.gangway.pki.Identity;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Shows one identity to every server that takes its kind of key, whatever issuers it names. Not a key store of the JDK,
 * because those hold no key that cannot leave its token.
 */
final class ClientKeys extends X509ExtendedKeyManager {
    private static final String ALIAS = "client";

    private final Identity identity;

    ClientKeys(Identity identity) {
        this.identity = identity;
    }

    @Override
    public @Nullable String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        String own = identity.leaf().getPublicKey().getAlgorithm();
        return Arrays.asList(keyTypes).contains(own) ? ALIAS : null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return identity.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return identity.key();
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return new String[] {ALIAS};
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return new String[0];
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return null;
    }
}
