package dev.gangway.bench.tls;

import dev.gangway.bench.event.Detail;
import dev.gangway.bench.event.Direction;
import dev.gangway.bench.event.Field;
import dev.gangway.bench.event.Layer;
import dev.gangway.bench.event.Message;
import dev.gangway.bench.event.NetDetail;
import dev.gangway.bench.event.ProtocolSniffer;
import dev.gangway.bench.event.Timeline;
import dev.gangway.bench.event.TlsDetail;
import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.net.TracedSocket;
import dev.gangway.bench.tls.decode.AlertDecoder;
import dev.gangway.bench.tls.decode.HandshakeDecoder;
import dev.gangway.bench.tls.decode.TlsNames;
import dev.gangway.secret.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.TlsCredentials;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsServerCertificate;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCrypto;
import org.jspecify.annotations.Nullable;

/**
 * One TLS connection over a wire. Whatever goes wrong is in the timeline; the methods only say that it did. For one
 * thread.
 */
public final class TlsLink implements AutoCloseable {
    private static final Field[] NOTHING = {};

    private final TracedSocket wire;
    private final String host;
    private final TlsOptions options;
    private final List<X509Certificate> anchors;
    private final Clock clock;
    private final Timeline timeline;
    private final RecordMeter meter;
    private final KeyLog keyLog = new KeyLog();
    private final TracedProtocol protocol;
    private final BenchTlsClient client;
    private final ClientIdentity identity;
    private boolean foreignNoted;

    TlsLink(
            TlsCrypto crypto,
            TracedSocket wire,
            String host,
            TlsOptions options,
            List<X509Certificate> anchors,
            Clock clock,
            Timeline timeline) {
        this.wire = wire;
        this.host = host;
        this.options = options;
        this.anchors = anchors;
        this.clock = clock;
        this.timeline = timeline;
        HandshakeDecoder decoder = new HandshakeDecoder();
        this.meter = new RecordMeter(wire.in(), content -> noteChangeCipherSpec(decoder, content));
        this.protocol = new TracedProtocol(meter, wire.out(), timeline, decoder, keyLog);
        OfferIds offer = OfferIds.of(options.offer(), crypto);
        offer.unknown()
                .forEach(name ->
                        timeline.note(Layer.LOCAL, "Not offered", name + " is not spoken here", new Detail.Plain()));
        this.identity = new ClientIdentity(options, crypto);
        this.client = new BenchTlsClient(crypto, options, offer, host, new Handler());
    }

    /**
     * Shakes hands. True means that it is complete on our side: a TLS 1.3 server may still refuse our certificate, and
     * says so where its next message is read.
     */
    public boolean handshake() {
        try {
            protocol.connect(client);
            return true;
        } catch (IOException e) {
            noteBroken();
            return false;
        }
    }

    /** What the server sends, decrypted; throws where the connection is over. */
    public InputStream in() {
        return protocol.getInputStream();
    }

    /** To the server, encrypted. */
    public OutputStream out() {
        return protocol.getOutputStream();
    }

    /** The secrets of this connection in NSS key log format. */
    public Secret keyLog() {
        return keyLog.lines();
    }

    /** Notes a record that began and never ended, or was none at all. To be called once the wire has ended. */
    public void noteBroken() {
        noteForeign();
        if (!meter.isForeign() && meter.have() > 0) {
            timeline.add(
                    Layer.TLS,
                    Direction.IN,
                    Message.of(
                            "Incomplete record",
                            meter.have() + " of " + meter.expected() + " bytes",
                            new NetDetail.Incomplete(meter.have(), meter.expected())));
        }
    }

    /** Says goodbye. */
    @Override
    public void close() {
        try {
            protocol.close();
        } catch (IOException e) {
            // it was broken before
        }
    }

    /** In TLS 1.3 it means nothing and is dropped below {@link TracedProtocol}, which notes it in TLS 1.2. */
    private void noteChangeCipherSpec(HandshakeDecoder decoder, byte[] content) {
        if (decoder.isTls13()) {
            timeline.add(Layer.TLS, Direction.IN, AlertDecoder.changeCipherSpec(content));
        }
    }

    private void noteForeign() {
        if (meter.isForeign() && !foreignNoted) {
            foreignNoted = true;
            timeline.add(Layer.TLS, Direction.IN, ProtocolSniffer.message(wire.firstBytes()));
        }
    }

    private static List<X509Certificate> parse(TlsServerCertificate message) throws IOException {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (TlsCertificate certificate : message.getCertificate().getCertificateList()) {
                chain.add((X509Certificate)
                        factory.generateCertificate(new ByteArrayInputStream(certificate.getEncoded())));
            }
        } catch (CertificateException e) {
            throw new TlsFatalAlert(AlertDescription.bad_certificate, e);
        }
        if (chain.isEmpty()) {
            throw new TlsFatalAlert(AlertDescription.decode_error);
        }
        return chain;
    }

    /** What the handshake asks and tells. */
    private final class Handler implements BenchTlsClient.Listener {
        @Override
        public void serverCertificate(TlsServerCertificate message) throws IOException {
            List<X509Certificate> chain = parse(message);
            OptionalInt alert = ServerChain.check(chain, anchors, host, options, clock, timeline);
            OptionalInt revoked = ServerStaple.check(message, chain, anchors, options, clock, timeline);
            OptionalInt beyond = options.offer()
                    .as()
                    .map(device -> DeviceLimits.check(device.limits(), chain, meter.largest(), timeline))
                    .orElse(OptionalInt.empty());
            OptionalInt reason = Stream.of(beyond, alert, revoked)
                    .filter(OptionalInt::isPresent)
                    .findFirst()
                    .orElse(OptionalInt.empty());
            if (reason.isPresent()) {
                throw new TlsFatalAlert((short) reason.getAsInt());
            }
        }

        @Override
        public @Nullable TlsCredentials clientCertificate(CertificateRequest request, boolean tls13)
                throws IOException {
            ClientIdentity.Answer answer = identity.answer(request, tls13);
            String words =
                    answer.choice().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
            timeline.note(
                    Layer.TLS,
                    "Client certificate",
                    words,
                    new TlsDetail.ClientCertificateChosen(answer.choice(), answer.stockJavaSends()),
                    Field.of("choice", words),
                    Field.of("a stock Java client would send it", answer.stockJavaSends() ? "yes" : "no"));
            return answer.signer().orElse(null);
        }

        @Override
        public void alertRaised(boolean fatal, int code) {
            noteForeign();
            if (wire.ending().isEmpty()) {
                byte[] raw = {(byte) (fatal ? 2 : 1), (byte) code};
                timeline.add(Layer.TLS, Direction.OUT, AlertDecoder.alert(raw));
            }
        }

        @Override
        public void handshakeComplete(boolean tls13) throws IOException {
            var parameters = protocol.context().getSecurityParametersConnection();
            keyLog.application(parameters, tls13);
            String version = tls13 ? "TLS 1.3" : "TLS 1.2";
            String suite = TlsNames.suite(parameters.getCipherSuite());
            timeline.note(
                    Layer.TLS,
                    "Handshake complete",
                    "on our side · " + version + " · " + TlsNames.shortSuite(suite),
                    new TlsDetail.HandshakeComplete(version, suite, parameters.isResumedSession()),
                    Negotiated.of(timeline.events()).map(Negotiated::fields).orElse(NOTHING));
        }
    }
}
