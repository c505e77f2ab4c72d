package dev.gangway.bench.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.diagnosis.Code;
import dev.gangway.ui.text.Words;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CatalogueTest {
    @TestFactory
    Stream<DynamicTest> everyCauseHasItsWordsAndItsRemedies() {
        return Catalogue.all().stream()
                .flatMap(code -> Words.LANGUAGES.stream()
                        .map(locale -> DynamicTest.dynamicTest(
                                code.id() + " " + locale, () -> isComplete(code, Words.load(locale)))));
    }

    private static void isComplete(BenchCode code, Words words) {
        assertThat(words.has("diagnosis." + code.id() + ".title")).isTrue();
        assertThat(words.has("diagnosis." + code.id() + ".text")).isTrue();
        assertThat(code.remedyKeys()).isNotEmpty().allMatch(key -> words.has("remedy." + key));
    }

    @Test
    void idsAreUniqueAndCanBeLookedUp() {
        assertThat(Catalogue.all()).extracting(Code::id).doesNotHaveDuplicates();
        assertThat(Catalogue.find("cert.intermediate-missing")).contains(CertCode.INTERMEDIATE_MISSING);
        assertThat(Catalogue.find("cert.no-such-thing")).isEmpty();
    }
}
