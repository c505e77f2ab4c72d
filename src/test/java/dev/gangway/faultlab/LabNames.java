package dev.gangway.faultlab;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolver.LookupPolicy;
import java.net.spi.InetAddressResolverProvider;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * Names that the lab knows, in every test of this build; all others go to the system. The tests of a name server that
 * does not answer need one.
 */
public final class LabNames extends InetAddressResolverProvider {
    /** Asking for it takes for ever. */
    static final String SILENT = "silent.lab.invalid";

    /** Two addresses of this machine; tests listen on the second alone. */
    static final String TWO_ADDRESSES = "two.lab.invalid";

    private static final CountDownLatch NEVER = new CountDownLatch(1);

    @Override
    public InetAddressResolver get(Configuration configuration) {
        InetAddressResolver system = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                return switch (host) {
                    case SILENT -> waitForEver(host);
                    case TWO_ADDRESSES -> Stream.of(loopback(host, 2), loopback(host, 1));
                    default -> system.lookupByName(host, policy);
                };
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return system.lookupByAddress(address);
            }
        };
    }

    @Override
    public String name() {
        return "names of the lab";
    }

    private static Stream<InetAddress> waitForEver(String host) throws UnknownHostException {
        try {
            NEVER.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new UnknownHostException(host);
    }

    private static InetAddress loopback(String host, int last) throws UnknownHostException {
        return InetAddress.getByAddress(host, new byte[] {127, 0, 0, (byte) last});
    }
}
