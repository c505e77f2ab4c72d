package dev.gangway.vault.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.bench.export.Recording;
import dev.gangway.settings.Settings;
import dev.gangway.stored.StoredAs;
import dev.gangway.stored.StoredNames;
import dev.gangway.vault.RecordType;
import dev.gangway.vault.mapping.RecordMapper;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing that is stored goes by a name of Java's. */
class StoredNamesTest {
    enum Colour {
        @StoredAs("rouge")
        RED,
        @StoredAs("VERT")
        GREEN
    }

    enum Nameless {
        ONE
    }

    @Test
    void everyRecordVariantAndConstantOfTheVaultHasItsStoredName() {
        List<Class<?>> roots = Stream.concat(
                        StoredTypes.kinds().stream().<Class<?>>map(RecordType::type), StoredTypes.ownRecords().stream())
                .toList();
        assertThat(roots).hasSizeGreaterThan(10);
        for (Class<?> root : roots) {
            // a mapper is not made where a component, a variant or a constant has none
            assertThatCode(() -> RecordMapper.of(root)).as(root.getName()).doesNotThrowAnyException();
        }
        assertThat(StoredTypes.reached(roots.stream())).hasSizeGreaterThan(60);
    }

    @Test
    void constantsOfFilesHaveTheirStoredNames() {
        Set<Class<?>> reached = StoredTypes.reached(Stream.of(Settings.class, Recording.class));
        for (Class<?> type : reached) {
            if (type.isEnum() && !type.getPackageName().startsWith("java.")) {
                for (Object constant : type.getEnumConstants()) {
                    assertThat(StoredNames.of((Enum<?>) constant)).isNotBlank();
                }
            }
        }
        assertThat(reached).contains(Settings.Theme.class, Settings.Language.class);
    }

    @Test
    void aConstantIsFoundByItsStoredNameAlone() {
        assertThat(StoredNames.of(Colour.RED)).isEqualTo("rouge");
        assertThat(StoredNames.constant(Colour.class, "rouge")).hasValue(Colour.RED);
        assertThat(StoredNames.constant(Colour.class, "vert")).hasValue(Colour.GREEN);
        assertThat(StoredNames.constant(Colour.class, "red")).isEmpty();
        assertThatThrownBy(() -> StoredNames.of(Nameless.ONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ONE");
    }
}
