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

    /** This machine. */
    static final String ONE_ADDRESS = "one.lab.invalid";

    /** This machine, too, but the answer takes its time: it comes after {@link #answerLate} was called. */
    static final String LATE = "late.lab.invalid";

    /** The loopback addresses of both families, that of IPv6 first. */
    static final String BOTH_FAMILIES = "both.lab.invalid";

    /** A public name that leads to a private address, which exists in {@link Namespace} alone. */
    static final String PORTAL = "broker.lab.example";

    /** A local name of the same address. */
    static final String LOCAL = "broker.lab.lan";

    /** A public name that leads to an address for documentation (RFC 5737), which exists there as well. */
    static final String PUBLIC = "public.lab.example";

    static final String PRIVATE_ADDRESS = "192.168.77.1";
    static final String DOCUMENTATION_ADDRESS = "203.0.113.77";

    private static final CountDownLatch NEVER = new CountDownLatch(1);
    private static final CountDownLatch ASKED_FOR_LATE = new CountDownLatch(1);
    private static final CountDownLatch LATE_ENOUGH = new CountDownLatch(1);

    /** Lets the late answer come, once somebody is waiting for it. */
    static void answerLate() throws InterruptedException {
        ASKED_FOR_LATE.await();
        LATE_ENOUGH.countDown();
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        InetAddressResolver system = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                return switch (host) {
                    case SILENT -> waitForEver(host);
                    case LATE -> answeredLate(host);
                    case ONE_ADDRESS -> Stream.of(loopback(host, 1));
                    case BOTH_FAMILIES -> Stream.of(InetAddress.getByName("::1"), loopback(host, 1));
                    case PORTAL, LOCAL -> Stream.of(InetAddress.getByName(PRIVATE_ADDRESS));
                    case PUBLIC -> Stream.of(InetAddress.getByName(DOCUMENTATION_ADDRESS));
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

    private static Stream<InetAddress> answeredLate(String host) throws UnknownHostException {
        ASKED_FOR_LATE.countDown();
        try {
            LATE_ENOUGH.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Stream.of(loopback(host, 1));
    }

    private static InetAddress loopback(String host, int last) throws UnknownHostException {
        return InetAddress.getByAddress(host, new byte[] {127, 0, 0, (byte) last});
    }
}
