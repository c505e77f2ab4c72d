package dev.gangway.bench.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses as RFC 1928, section 5, writes them. */
class TunnelAddressTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 01c0000207",
        "2001:db8::7, 0420010db8000000000000000000000007",
        "b.example, 0309622e6578616d706c65",
        "1.2.3.4.example, 030f312e322e332e342e6578616d706c65",
    })
    void literalsAreSentAsAddresses(String host, String bytes) {
        assertThat(HexFormat.of().formatHex(Tunnel.address(host))).isEqualTo(bytes);
    }
}
