package dev.gangway.ui.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LanePrefixesTest {
    private final LanePrefixes lanes = new LanePrefixes(List.of("L1", "A:", "L12"));

    @Test
    void aScanGoesToTheLaneWhosePrefixItBeginsWith() {
        assertThat(lanes.of("L1 SN-7")).hasValue(new LanePrefixes.Found(0, "SN-7"));
        assertThat(lanes.of("l12 SN-7")).hasValue(new LanePrefixes.Found(2, "SN-7"));
        assertThat(lanes.of("A:SN-7")).hasValue(new LanePrefixes.Found(1, "SN-7"));
    }

    @Test
    void aFixtureAloneNamesItsLane() {
        assertThat(lanes.of(" L12 ")).hasValue(new LanePrefixes.Found(2, ""));
    }

    @Test
    void aSerialNumberThatMerelyBeginsLikeAPrefixIsNoPrefix() {
        assertThat(lanes.of("L1234")).isEmpty();
        assertThat(lanes.of("SN-7")).isEmpty();
    }
}
