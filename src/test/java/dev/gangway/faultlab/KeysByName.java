package dev.gangway.faultlab;

import dev.gangway.pki.Identity;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;

/** One certificate for who sends the server's name, another for who does not: as proxies do that go by the name. */
final class KeysByName extends X509ExtendedKeyManager {
    private static final String NAMED = "named";

    private final Identity named;
    private final Identity nameless;

    KeysByName(Identity named, Identity nameless) {
        this.named = named;
        this.nameless = nameless;
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        boolean sent = socket instanceof SSLSocket secure
                && secure.getHandshakeSession() instanceof ExtendedSSLSession session
                && !session.getRequestedServerNames().isEmpty();
        return sent ? NAMED : "nameless";
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return identity(alias).chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return identity(alias).key();
    }

    private Identity identity(String alias) {
        return alias.equals(NAMED) ? named : nameless;
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return new String[] {NAMED};
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return new String[0];
    }

    @Override
    public String chooseClientAlias(String[] keyType, Principal[] issuers, Socket socket) {
        return NAMED;
    }
}
