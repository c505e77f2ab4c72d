package dev.gangway.pki.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.faultlab.Forge;
import dev.gangway.pki.path.HostNames.Match;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names match as RFC 9525 says, and what a certificate is made for can be told. */
class HostNamesTest {
    @ParameterizedTest
    @CsvSource({
        "localhost,localhost,true",
        "LOCALHOST,localhost,true",
        "localhost.,localhost,true",
        "a.example.org,*.example.org,true",
        "a.b.example.org,*.example.org,false",
        "example.org,*.example.org,false",
        "a.org,*.org,false",
        "a.example.org,a*.example.org,false",
        "other,localhost,false"
    })
    void namesMatchAsTheRfcSays(String host, String pattern, boolean matches) {
        assertThat(HostNames.matches(pattern, host)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({"broker.example,YES", "10.1.2.3,YES", "10.1.2.4,NO", "other.example,NO", "::1,NO", "named.example,NO"})
    void aCertificateIsMadeForItsAlternativeNames(String host, Match match) {
        X509Certificate leaf = Forge.server("CN=named.example", "broker.example", "10.1.2.3")
                .make()
                .leaf();
        assertThat(HostNames.match(leaf, host)).isEqualTo(match);
        assertThat(HostNames.show(leaf)).isEqualTo("broker.example, 10.1.2.3");
    }

    @Test
    void aCommonNameCountsOnlyWhereThereIsNothingElse() {
        X509Certificate leaf = Forge.server("CN=named.example").make().leaf();
        assertThat(HostNames.match(leaf, "named.example")).isEqualTo(Match.COMMON_NAME_ONLY);
        assertThat(HostNames.match(leaf, "10.1.2.3")).isEqualTo(Match.NO);
        assertThat(HostNames.show(leaf)).isEqualTo("named.example");
    }
}
