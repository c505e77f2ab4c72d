package dev.gangway.bench.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bench.rules.BenchCode;
import dev.gangway.bench.rules.Catalogue;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each kind is whole: words in both languages for all that it says, and where its maker says so. */
class KindsTest {
    private static final List<Words> LANGUAGES =
            Words.LANGUAGES.stream().map(Words::load).toList();

    @TestFactory
    Stream<DynamicTest> everyKindHasItsWords() {
        return Kinds.ALL.stream()
                .map(kind -> DynamicTest.dynamicTest(
                        kind.id(),
                        () -> LANGUAGES.forEach(words -> {
                            assertThat(kind.source()).startsWith("https://");
                            for (BenchCode code : Catalogue.all()) {
                                kind.meaningOf(code.id())
                                        .ifPresent(
                                                key -> assertThat(words.has("evidence.kinds." + kind.id() + "." + key))
                                                        .as(kind.id() + " " + key)
                                                        .isTrue());
                                assertThat(kind.remediesOf(code.id()))
                                        .allSatisfy(
                                                key -> assertThat(words.has("remedy.kinds." + kind.id() + "." + key))
                                                        .as(kind.id() + " " + key)
                                                        .isTrue());
                            }
                        })));
    }

    @Test
    void idsAreUnique() {
        assertThat(Kinds.ALL).extracting(Kind::id).doesNotHaveDuplicates();
    }

    @Test
    void whatOnlyHelpsOnThingsBoardIsARemedyOfTheBench() {
        List<String> all = Catalogue.all().stream()
                .flatMap(code -> code.remedyKeys().stream())
                .toList();
        assertThat(all).containsAll(ThingsBoard.ONLY_THERE);
    }

    @Test
    void noWordsOfTheBenchNameThingsBoardWhereAnotherServerMayStand() {
        List<String> mayName = List.of(
                "diagnosis.device.",
                "evidence.bench.thingsboard-",
                "remedy.bench.thingsboard-",
                "remedy.bench.check-api-path");
        Words english = LANGUAGES.getFirst();
        assertThat(english.keys().stream()
                        .filter(key -> key.contains(".bench.") || key.startsWith("diagnosis."))
                        .filter(key -> Stream.of("net.", "port.", "tls.", "cert.", "mqtt.", "session.", "bench.")
                                .anyMatch(family ->
                                        key.substring(key.indexOf('.') + 1).startsWith(family)))
                        .filter(key -> mayName.stream().noneMatch(key::startsWith))
                        .filter(key -> english.get(key).contains("ThingsBoard")))
                .allMatch(key -> ThingsBoard.ONLY_THERE.contains(key.replace("remedy.", "")));
    }
}
