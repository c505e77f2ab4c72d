package dev.gangway.bench.coap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class FragmentsTest {
    private final Fragments fragments = new Fragments();

    @Test
    void aWholeMessageLosesItsFragmentNumbers() {
        assertThat(add("0e" + "000000" + "0003" + "000000" + "000000")).containsExactly("0e000000");
        assertThat(add("01" + "000002" + "0004" + "000000" + "000002" + "aabb")).containsExactly("01000002aabb");
    }

    @Test
    void fragmentsArePutTogetherInAnyOrder() {
        assertThat(add("0b" + "000004" + "0001" + "000002" + "000002" + "ccdd")).isEmpty();
        assertThat(add("0b" + "000004" + "0001" + "000000" + "000002" + "aabb")).containsExactly("0b000004aabbccdd");
    }

    @Test
    void whatComesAgainIsMarked() {
        String message = "0e" + "000000" + "0003" + "000000" + "000000";
        byte[] bytes = HexFormat.of().parseHex(message);
        assertThat(fragments.add(bytes)).extracting(Fragments.Whole::repeated).containsExactly(false);
        assertThat(fragments.add(bytes)).extracting(Fragments.Whole::repeated).containsExactly(true);
    }

    @Test
    void liesAboutLengthsAreLeftOut() {
        assertThat(add("0b" + "ffffff" + "0001" + "000000" + "000001" + "aa")).isEmpty();
        assertThat(add("0b" + "000001" + "0002" + "000005" + "000001" + "aa")).isEmpty();
        assertThat(add("0b" + "000004" + "0003" + "000000" + "000009" + "aa")).isEmpty();
        assertThat(add("0b00")).isEmpty();
    }

    private List<String> add(String hex) {
        return fragments.add(HexFormat.of().parseHex(hex)).stream()
                .map(whole -> HexFormat.of().formatHex(whole.message()))
                .toList();
    }
}
