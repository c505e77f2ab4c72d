package dev.gangway.bench.coap;

import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.model.TlsOptions.Presentation;
import dev.gangway.pki.Identity;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.security.cert.Certificate;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.elements.Connector;
import org.eclipse.californium.elements.UDPConnector;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.UdpConfig;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConfig.DtlsRole;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.CertificateType;
import org.eclipse.californium.scandium.dtls.x509.SingleCertificateProvider;

/** Makes the connectors that carry CoAP for a plan. */
final class Connectors {
    static {
        CoapConfig.register();
        UdpConfig.register();
        DtlsConfig.register();
    }

    private Connectors() {}

    /** The times of RFC 7252 and RFC 6347 as they are, one thread for each task, and nothing read from files. */
    static Configuration configuration() {
        return Configuration.createStandardWithoutFile()
                .set(CoapConfig.PROTOCOL_STAGE_THREAD_COUNT, 1)
                .set(UdpConfig.UDP_RECEIVER_THREAD_COUNT, 1)
                .set(UdpConfig.UDP_SENDER_THREAD_COUNT, 1)
                .set(DtlsConfig.DTLS_RECEIVER_THREAD_COUNT, 1)
                .set(DtlsConfig.DTLS_CONNECTOR_THREAD_COUNT, 1)
                .set(DtlsConfig.DTLS_ROLE, DtlsRole.CLIENT_ONLY)
                .set(DtlsConfig.DTLS_RETRANSMISSION_TIMEOUT, 1, TimeUnit.SECONDS)
                .set(DtlsConfig.DTLS_VERIFY_SERVER_CERTIFICATES_SUBJECT, false)
                .set(DtlsConfig.DTLS_TRUNCATE_CERTIFICATE_PATH_FOR_VALIDATION, false)
                .set(DtlsConfig.DTLS_TRUNCATE_CLIENT_CERTIFICATE_PATH, false)
                .set(DtlsConfig.DTLS_RECOMMENDED_CIPHER_SUITES_ONLY, false)
                .set(DtlsConfig.DTLS_RECOMMENDED_CURVES_ONLY, false)
                .set(DtlsConfig.DTLS_RECOMMENDED_SIGNATURE_AND_HASH_ALGORITHMS_ONLY, false);
    }

    /** For CoAP straight over UDP. */
    static Connector plain(Configuration configuration, InetSocketAddress server, DatagramTap datagrams) {
        return new PlainConnector(configuration, server, datagrams);
    }

    /** For CoAP over DTLS; {@code messages} learns of the CoAP messages inside. */
    static Connector secure(
            Configuration configuration,
            InetSocketAddress server,
            Plan plan,
            ChainVerifier verifier,
            DtlsSecrets secrets,
            DatagramTap datagrams,
            DatagramTap messages) {
        TlsOptions options = plan.tls();
        DtlsConnectorConfig.Builder builder = new DtlsConnectorConfig.Builder(configuration)
                .set(DtlsConfig.DTLS_USE_SERVER_NAME_INDICATION, options.name().sent())
                .setAddress(new InetSocketAddress(0))
                .setSessionListener(secrets)
                .setAdvancedCertificateVerifier(verifier);
        options.identity()
                .filter(identity -> options.presentation() != Presentation.NEVER)
                .map(Connectors::provider)
                .ifPresent(builder::setCertificateIdentityProvider);
        return new SecureConnector(builder.build(), server, datagrams, messages);
    }

    /** A key that does not fit its certificate is sent all the same: what the server says to it is to be seen. */
    private static SingleCertificateProvider provider(Identity identity) {
        Certificate[] chain = identity.chain().toArray(Certificate[]::new);
        return new SingleCertificateProvider(identity.key(), chain, CertificateType.X_509).setVerifyKeyPair(false);
    }

    /** CoAP straight over UDP, over a socket of ours. */
    static final class PlainConnector extends UDPConnector {
        private final InetSocketAddress server;
        private final DatagramTap tap;

        PlainConnector(Configuration configuration, InetSocketAddress server, DatagramTap tap) {
            super(new InetSocketAddress(0), configuration);
            this.server = server;
            this.tap = tap;
        }

        @Override
        protected void init(DatagramSocket unused) throws IOException {
            unused.close();
            super.init(new TappedSocket(server, tap));
        }
    }
}
