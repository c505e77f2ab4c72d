package dev.gangway.bench.coap;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import org.eclipse.californium.elements.UDPConnector;
import org.eclipse.californium.elements.config.Configuration;

/** CoAP straight over UDP, over a socket of ours. */
final class PlainConnector extends UDPConnector {
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
