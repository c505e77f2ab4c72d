package dev.gangway.practice.coap;

import dev.gangway.pki.Identity;
import dev.gangway.practice.store.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.Principal;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.Executor;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.core.network.Exchange;
import org.eclipse.californium.core.server.MessageDeliverer;
import org.eclipse.californium.elements.auth.X509CertPath;
import org.eclipse.californium.elements.config.CertificateAuthenticationMode;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.config.UdpConfig;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConfig;
import org.eclipse.californium.scandium.config.DtlsConfig.DtlsRole;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.CertificateType;
import org.eclipse.californium.scandium.dtls.x509.SingleCertificateProvider;

/** Listens for CoAP and for CoAP over DTLS on the loopback address. Safe for use by several threads. */
public final class CoapListener implements AutoCloseable {
    static {
        CoapConfig.register();
        UdpConfig.register();
        DtlsConfig.register();
    }

    private final DeviceRequests requests;
    private final Executor serverThread;
    private final CoapEndpoint plain;
    private final CoapEndpoint secure;
    private volatile CoapFault fault = CoapFault.NONE;

    private CoapListener(
            Store store, Executor serverThread, Identity identity, InetAddress host, int port, int securePort) {
        this.requests = new DeviceRequests(store);
        this.serverThread = serverThread;
        Configuration configuration = configuration();
        plain = new CoapEndpoint.Builder()
                .setConfiguration(configuration)
                .setInetSocketAddress(new InetSocketAddress(host, port))
                .build();
        secure = new CoapEndpoint.Builder()
                .setConfiguration(configuration)
                .setConnector(dtls(configuration, new InetSocketAddress(host, securePort), identity))
                .build();
        plain.setMessageDeliverer(new Deliverer());
        secure.setMessageDeliverer(new Deliverer());
    }

    /**
     * Starts both.
     *
     * @param store what devices are asked for, in {@code serverThread} only
     * @param identity what DTLS shows
     * @param host which of this computer's addresses
     * @param port of CoAP, 0 for a free one
     * @param securePort of CoAP over DTLS, 0 for a free one
     * @throws IOException where a port is taken
     */
    public static CoapListener start(
            Store store, Executor serverThread, Identity identity, InetAddress host, int port, int securePort)
            throws IOException {
        CoapListener listener = new CoapListener(store, serverThread, identity, host, port, securePort);
        try {
            listener.plain.start();
            listener.secure.start();
            return listener;
        } catch (IOException e) {
            listener.close();
            throw e;
        }
    }

    /** UDP port of CoAP. */
    public int port() {
        return plain.getAddress().getPort();
    }

    /** UDP port of CoAP over DTLS. */
    public int securePort() {
        return secure.getAddress().getPort();
    }

    /** Has it go wrong from now on, or no longer. */
    public void fault(CoapFault changed) {
        fault = changed;
    }

    /** Frees the ports. */
    @Override
    public void close() {
        plain.destroy();
        secure.destroy();
    }

    private static Configuration configuration() {
        return Configuration.createStandardWithoutFile()
                .set(CoapConfig.PROTOCOL_STAGE_THREAD_COUNT, 1)
                .set(UdpConfig.UDP_RECEIVER_THREAD_COUNT, 1)
                .set(UdpConfig.UDP_SENDER_THREAD_COUNT, 1)
                .set(DtlsConfig.DTLS_RECEIVER_THREAD_COUNT, 1)
                .set(DtlsConfig.DTLS_CONNECTOR_THREAD_COUNT, 1)
                .set(DtlsConfig.DTLS_ROLE, DtlsRole.SERVER_ONLY)
                .set(DtlsConfig.DTLS_CLIENT_AUTHENTICATION_MODE, CertificateAuthenticationMode.WANTED);
    }

    private static DTLSConnector dtls(Configuration configuration, InetSocketAddress address, Identity identity) {
        Certificate[] chain = identity.chain().toArray(Certificate[]::new);
        return new DTLSConnector(new DtlsConnectorConfig.Builder(configuration)
                .setAddress(address)
                .setCertificateIdentityProvider(
                        new SingleCertificateProvider(identity.key(), chain, CertificateType.X_509))
                .setAdvancedCertificateVerifier(new ClientChains())
                .build());
    }

    private final class Deliverer implements MessageDeliverer {
        @Override
        public void deliverRequest(Exchange exchange) {
            switch (fault) {
                case NONE -> serverThread.execute(() -> answer(exchange));
                case SILENT -> {
                    // that is the fault
                }
                case ACKNOWLEDGED_ONLY -> exchange.sendAccept();
                case RESET -> exchange.sendReject();
            }
        }

        @Override
        public void deliverResponse(Exchange exchange, Response response) {
            throw new IllegalStateException("this server asks nobody");
        }
    }

    private void answer(Exchange exchange) {
        Request request = exchange.getRequest();
        DeviceRequests.Answer answer = requests.answer(
                request.getCode(), request.getOptions().getUriPath(), request.getPayload(), chain(exchange));
        if (answer.separate()) {
            exchange.sendAccept();
        }
        Response response = new Response(answer.code());
        if (!answer.payload().isEmpty()) {
            response.setPayload(answer.payload());
        }
        exchange.sendResponse(response);
    }

    private static List<X509Certificate> chain(Exchange exchange) {
        Principal peer = exchange.getRequest().getSourceContext().getPeerIdentity();
        return peer instanceof X509CertPath path
                ? path.getPath().getCertificates().stream()
                        .map(X509Certificate.class::cast)
                        .toList()
                : List.of();
    }

    /** What can go wrong with CoAP on purpose. */
    public enum CoapFault {
        /** Nothing. */
        NONE,
        /** No answer at all. */
        SILENT,
        /** The message is acknowledged, and its response never comes. */
        ACKNOWLEDGED_ONLY,
        /** The message is rejected with a reset. */
        RESET
    }
}
