package dev.gangway.bench.tls;

import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.profile.DeviceProfile;
import dev.gangway.bench.profile.DeviceProfile.Hello;
import dev.gangway.pki.path.HostNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Hashtable;
import java.util.Optional;
import java.util.Vector;
import org.bouncycastle.tls.AlertLevel;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.DefaultTlsClient;
import org.bouncycastle.tls.NameType;
import org.bouncycastle.tls.ProtocolName;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.PskKeyExchangeMode;
import org.bouncycastle.tls.ServerName;
import org.bouncycastle.tls.TlsAuthentication;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.crypto.TlsCrypto;
import org.jspecify.annotations.Nullable;

/** What we offer and how we answer in one handshake; tells {@link Listener} what it meets. */
final class BenchTlsClient extends DefaultTlsClient {
    private static final int LARGEST_MESSAGE = 256 * 1024;
    private static final int LONGEST_CHAIN = 32;

    private final TlsOptions options;
    private final OfferIds offer;
    private final Optional<String> serverName;
    private final Listener listener;
    private final Optional<Hello> hello;

    /** Who wants to know. */
    interface Listener {
        /** The server's chain is here; throws an alert where it is not to be trusted. */
        void serverCertificate(TlsServerCertificate certificate) throws IOException;

        /** A client certificate is wanted; null for none. */
        @Nullable
        TlsCredentials clientCertificate(CertificateRequest request, boolean tls13) throws IOException;

        /** We send an alert. */
        void alertRaised(boolean fatal, int code);

        /** Both sides have finished. */
        void handshakeComplete(boolean tls13) throws IOException;
    }

    BenchTlsClient(TlsCrypto crypto, TlsOptions options, OfferIds offer, String host, Listener listener) {
        super(crypto);
        this.options = options;
        this.offer = offer;
        this.serverName = options.name().sent()
                ? options.name().other().or(() -> HostNames.isAddress(host) ? Optional.empty() : Optional.of(host))
                : Optional.empty();
        this.listener = listener;
        this.hello = options.offer().as().map(DeviceProfile::hello);
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
        return offer.versions();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
        return offer.suites();
    }

    @Override
    protected Vector<?> getSupportedGroups(Vector namedGroupRoles) {
        return offer.groups();
    }

    @Override
    protected Vector<?> getSupportedSignatureAlgorithms() {
        return offer.schemes();
    }

    @Override
    public Vector<?> getEarlyKeyShareGroups() {
        int shares =
                Math.min(hello.map(Hello::keyShares).orElse(1), offer.groups().size());
        return new Vector<>(offer.groups().subList(0, shares));
    }

    @Override
    protected @Nullable Vector<?> getSNIServerNames() {
        return serverName
                .map(name -> new Vector<>(java.util.List.of(
                        new ServerName(NameType.host_name, name.getBytes(StandardCharsets.US_ASCII)))))
                .orElse(null);
    }

    @Override
    protected @Nullable Vector<?> getProtocolNames() {
        if (options.offer().alpn().isEmpty()) {
            return null;
        }
        Vector<ProtocolName> names = new Vector<>();
        options.offer().alpn().forEach(name -> names.add(ProtocolName.asUtf8Encoding(name)));
        return names;
    }

    /**
     * With the modes of pre-shared keys (RFC 8446, section 4.2.9), which Bouncy Castle sends only with a key: a server gives
     * no session ticket to who leaves them out, and its ticket shows that it took our certificate.
     */
    @Override
    public Hashtable<?, ?> getClientExtensions() throws IOException {
        Hashtable<?, ?> extensions = super.getClientExtensions();
        if (java.util.Arrays.asList(offer.versions()).contains(ProtocolVersion.TLSv13)) {
            TlsExtensionsUtils.addPSKKeyExchangeModesExtension(extensions, new short[] {PskKeyExchangeMode.psk_dhe_ke});
        }
        return hello.isPresent() ? DeviceExtensions.of(hello.get(), extensions) : extensions;
    }

    @Override
    public boolean shouldUseExtendedMasterSecret() {
        return hello.map(its -> its.has("extended_master_secret")).orElse(super.shouldUseExtendedMasterSecret());
    }

    /** We judge the chain ourselves, and want to see it first. */
    @Override
    public boolean shouldCheckSigAlgOfPeerCerts() {
        return false;
    }

    @Override
    public int getMaxHandshakeMessageSize() {
        return LARGEST_MESSAGE;
    }

    @Override
    public int getMaxCertificateChainLength() {
        return LONGEST_CHAIN;
    }

    @Override
    public void notifyAlertRaised(short level, short code, String message, Throwable cause) {
        listener.alertRaised(level == AlertLevel.fatal, code);
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        listener.handshakeComplete(isTls13());
    }

    @Override
    public TlsAuthentication getAuthentication() {
        return new TlsAuthentication() {
            @Override
            public void notifyServerCertificate(TlsServerCertificate certificate) throws IOException {
                listener.serverCertificate(certificate);
            }

            @Override
            public @Nullable TlsCredentials getClientCredentials(CertificateRequest request) throws IOException {
                return listener.clientCertificate(request, isTls13());
            }
        };
    }

    private boolean isTls13() {
        return context.getServerVersion().equals(ProtocolVersion.TLSv13);
    }
}
