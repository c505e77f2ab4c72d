package dev.gangway.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.gangway.diagnosis.Code;
import dev.gangway.diagnosis.Diagnosis;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WordsTest {
    private static final Pattern PLACE = Pattern.compile("\\{[a-zA-Z][a-zA-Z0-9]*}");

    private enum SampleCode implements Code {
        ODD;

        @Override
        public String family() {
            return "sample";
        }
    }

    @Test
    void fillsNamedPlacesOnceAndLeavesTheRestAlone() {
        Words words = Words.load(Locale.ENGLISH);
        assertThat(words.get("it's {a} of {b}", "a", "{b}$1")).isEqualTo("it's {b}$1 of {b}");
    }

    @Test
    void showsTheKeyWhereThereAreNoWords() {
        Words words = Words.load(Locale.GERMAN);
        assertThat(words.get("no.such.key")).isEqualTo("no.such.key");
        assertThat(words.title(Diagnosis.of(SampleCode.ODD).build())).isEqualTo("diagnosis.sample.odd.title");
    }

    @Test
    void otherLanguagesGetEnglish() {
        assertThat(Words.load(Locale.FRENCH).get("ago.now"))
                .isEqualTo(Words.load(Locale.UK).get("ago.now"));
    }

    @Test
    void noKeyStandsTwiceInAFile() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/dev/gangway/ui/text"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".properties"))
                    .toList()) {
                assertThat(Files.readAllLines(file).stream()
                                .filter(line -> line.matches("[a-z][^= ]*=.*"))
                                .map(line -> line.substring(0, line.indexOf('='))))
                        .as(file.getFileName().toString())
                        .doesNotHaveDuplicates();
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> everyCodeHasWordsInEveryLanguage() {
        return codes().map(code -> DynamicTest.dynamicTest(code.id(), () -> {
            for (Locale language : Words.LANGUAGES) {
                String suffix = Words.suffix(language);
                assertThat(all(suffix))
                        .as("words%s of %s", suffix, code.id())
                        .containsKeys("diagnosis." + code.id() + ".title", "diagnosis." + code.id() + ".text");
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> allLanguagesHaveTheSameKeysAndPlaces() {
        return Words.LANGUAGES.stream()
                .map(Words::suffix)
                .flatMap(suffix -> Words.ROOMS.stream()
                        .map(room -> DynamicTest.dynamicTest(room + suffix, () -> {
                            Map<String, String> english = Words.bundle(room, "");
                            Map<String, String> other = Words.bundle(room, suffix);
                            assertThat(other.keySet()).isEqualTo(english.keySet());
                            english.forEach((key, text) ->
                                    assertThat(places(other.get(key))).as(key).isEqualTo(places(text)));
                        })));
    }

    @Test
    void noBundleIsForgotten() throws Exception {
        URI here = Words.class.getResource("ui.properties").toURI();
        try (Stream<Path> files = Files.list(Path.of(here).getParent())) {
            Set<String> found = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".properties"))
                    .map(name -> name.replaceFirst("(_[a-z]{2})?\\.properties$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(Words.ROOMS).containsAll(found);
        }
    }

    @Test
    void noKeyIsInTwoBundles() {
        Words.LANGUAGES.stream()
                .map(Words::suffix)
                .forEach(suffix -> assertThat(Words.ROOMS.stream()
                                .flatMap(room -> Words.bundle(room, suffix).keySet().stream())
                                .toList())
                        .doesNotHaveDuplicates());
    }

    private static Stream<Code> codes() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.gangway").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(Code.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Stream.of(type.getEnumConstants()))
                        .map(Code.class::cast);
    }

    private static Map<String, String> all(String suffix) {
        return Words.ROOMS.stream()
                .flatMap(room -> Words.bundle(room, suffix).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(match -> match.group()).collect(Collectors.toCollection(TreeSet::new));
    }
}
