package dev.gangway.bench.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.gangway.ui.text.Words;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is known: enough of it, each with its source and its words. */
class StacksTest {
    @Test
    void enoughCodesOfEnoughStacksAreKnown() {
        Map<String, Long> known = DeviceLogs.known();
        System.out.println(known.values().stream().mapToLong(Long::longValue).sum() + " codes and lines of "
                + known.size() + " stacks: " + known);
        assertThat(known).hasSizeGreaterThan(25);
        assertThat(known.values().stream().mapToLong(Long::longValue).sum()).isGreaterThan(1_000);
    }

    /** Expressions are made when a line first needs them: here all are, so that a wrong one is seen. */
    @Test
    void everyExpressionIsOne() {
        assertThat(Stacks.known().rules())
                .allSatisfy(rule -> assertThatCode(rule.look()::make).doesNotThrowAnyException());
    }

    /** What lets a line be passed over without trying an expression leaves out none that would have matched. */
    @Test
    void noLineIsPassedOverThatARuleWouldKnow() {
        List<Rule> rules = Stacks.known().rules();
        RuleIndex index = new RuleIndex(rules);
        Map<Rule, Pattern> patterns = new IdentityHashMap<>();
        rules.forEach(rule -> patterns.put(rule, Pattern.compile(rule.look().regex(), Pattern.CASE_INSENSITIVE)));
        List<String> lines = Posted.of("as-printed.txt").stream()
                .flatMap(posted -> posted.log().lines())
                .distinct()
                .toList();
        assertThat(lines).hasSizeGreaterThan(300).allSatisfy(line -> {
            String small = Hints.small(line);
            List<Rule> found = index.candidates(small).stream()
                    .filter(rule -> rule.look().in(line, small).isPresent())
                    .toList();
            assertThat(found)
                    .containsExactlyElementsOf(rules.stream()
                            .filter(rule -> patterns.get(rule).matcher(line).find())
                            .toList());
        });
    }

    @Test
    void everyCodeHasASource() {
        assertThat(Stacks.known().entries()).allSatisfy(entry -> {
            assertThat(entry.source()).as(entry.name()).hasSizeGreaterThan(8);
            assertThat(entry.name()).isNotBlank();
        });
    }

    @Test
    void everyMeaningHasWordsAndIsUsed() {
        Set<String> used = new HashSet<>();
        Stacks.known().entries().forEach(entry -> used.add(entry.meaning().id()));
        for (Words words : Words.LANGUAGES.stream().map(Words::load).toList()) {
            assertThat(Stacks.known().meanings().all()).allSatisfy(meaning -> {
                assertThat(words.has("log.meaning." + meaning.id()))
                        .as(meaning.id())
                        .isTrue();
                assertThat(used).contains(meaning.id());
            });
        }
    }

    @Test
    void everythingThatIsSaidHasWords() {
        Words words = Words.load(Locale.GERMAN);
        Stream<String> keys = Stream.of(
                        Stream.of(Cause.values())
                                .flatMap(cause -> cause.remedies().stream())
                                .map(remedy -> "remedy." + remedy),
                        Stream.of(Layer.values()).map(layer -> "log.layer." + layer.id()),
                        Stream.of(Certainty.values()).map(each -> "log.certainty." + each.id()),
                        Stream.of(Reading.Note.values()).map(note -> "log.note." + note.id()),
                        Stream.of(NextTest.values()).map(test -> "log.test." + test.code()),
                        Stream.of(
                                        "heap",
                                        "clock",
                                        "port",
                                        "network",
                                        "server-saw-it",
                                        "bridge",
                                        "connect-sent",
                                        "in-handshake",
                                        "record-too-long",
                                        "again")
                                .map(key -> "evidence.log." + key))
                .flatMap(each -> each);
        assertThat(keys).allMatch(words::has);
    }

    @Test
    void aCodeIsFoundHoweverItIsWritten() {
        for (String code : List.of("-0x2700", "0x2700", "-9984", "9984")) {
            assertThat(table("mbedtls").find(code))
                    .as(code)
                    .extracting(Entry::name)
                    .containsExactly("MBEDTLS_ERR_X509_CERT_VERIFY_FAILED");
        }
        assertThat(table("mbedtls").find("-0x4310"))
                .extracting(Entry::name)
                .containsExactly("MBEDTLS_ERR_RSA_PRIVATE_FAILED", "MBEDTLS_ERR_MPI_ALLOC_FAILED");
        assertThat(table("mbedtls").find("-9807")).isEmpty();
        assertThat(table("mbedtls-flags").find("0x0A")).hasSize(2);
        assertThat(table("schannel").find("-2146893019"))
                .extracting(Entry::name)
                .containsExactly("SEC_E_UNTRUSTED_ROOT");
        assertThat(table("response").find("4.01")).extracting(Entry::name).containsExactly("UNAUTHORIZED");
    }

    private static Table table(String id) {
        return Stacks.known().tables().stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
