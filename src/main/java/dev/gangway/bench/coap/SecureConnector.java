package dev.gangway.bench.coap;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import org.eclipse.californium.elements.RawDataChannel;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.ApplicationMessage;
import org.eclipse.californium.scandium.dtls.Record;

/** CoAP over DTLS 1.2, over a socket of ours; tells of the CoAP messages inside as well. */
final class SecureConnector extends DTLSConnector {
    private final InetSocketAddress server;
    private final DatagramTap records;
    private final DatagramTap messages;

    SecureConnector(DtlsConnectorConfig config, InetSocketAddress server, DatagramTap records, DatagramTap messages) {
        super(config);
        this.server = server;
        this.records = records;
        this.messages = messages;
    }

    @Override
    protected void init(InetSocketAddress bindAddress, DatagramSocket unused, Integer mtu) throws IOException {
        unused.close();
        super.init(bindAddress, new TappedSocket(server, records), mtu);
    }

    @Override
    protected void sendRecord(Record record) throws IOException {
        if (record.getFragment() instanceof ApplicationMessage message) {
            messages.sent(message.getData());
        }
        super.sendRecord(record);
        if (record.getFragment() instanceof ApplicationMessage) {
            messages.done();
        }
    }

    @Override
    public void setRawDataReceiver(RawDataChannel receiver) {
        super.setRawDataReceiver(data -> {
            messages.received(data.getBytes());
            receiver.receiveData(data);
        });
    }
}
