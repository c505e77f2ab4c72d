package dev.gangway.bench.paho;

import dev.gangway.bench.model.TlsOptions;
import dev.gangway.pki.Identity;
import dev.gangway.pki.path.SystemAuthorities;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** JSSE as every Java program sets it up: a key store and a trust store, both in memory, and its default managers. */
final class JavaTls {
    private static final int PASSWORD_LENGTH = 24;
    private static final int PRINTABLE = 94;

    private JavaTls() {}

    /**
     * Made from certificate, key and authorities of these options.
     *
     * @throws IOException where JSSE does not take them
     */
    static SSLContext of(TlsOptions options) throws IOException {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusting(options.trust()));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(options), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException refused) {
            throw new IOException(refused);
        }
    }

    private static KeyStore trusting(TlsOptions.Trust trust) throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        List<X509Certificate> anchors = Stream.concat(
                        trust.anchors().stream(), trust.system() ? SystemAuthorities.all().stream() : Stream.empty())
                .distinct()
                .toList();
        for (int i = 0; i < anchors.size(); i++) {
            store.setCertificateEntry("authority-" + i, anchors.get(i));
        }
        return store;
    }

    private static KeyManager[] keys(TlsOptions options) throws GeneralSecurityException, IOException {
        if (options.identity().isEmpty() || options.presentation() == TlsOptions.Presentation.NEVER) {
            return new KeyManager[0];
        }
        Identity identity = options.identity().get();
        char[] password = password();
        try {
            KeyStore store = empty();
            store.setKeyEntry(
                    "device", identity.key(), password, identity.chain().toArray(X509Certificate[]::new));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            return keys.getKeyManagers();
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** Of a store that nobody ever reads again. */
    private static char[] password() {
        SecureRandom random = new SecureRandom();
        char[] password = new char[PASSWORD_LENGTH];
        for (int i = 0; i < password.length; i++) {
            password[i] = (char) ('!' + random.nextInt(PRINTABLE));
        }
        return password;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
