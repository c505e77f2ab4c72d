package dev.gangway.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.diagnosis.Diagnosis;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceNamesTest {
    static Stream<Arguments> badNames() {
        return Stream.of(
                Arguments.of("", OnboardingCode.NAME_EMPTY),
                Arguments.of(" \t", OnboardingCode.NAME_EMPTY),
                Arguments.of("x".repeat(256), OnboardingCode.NAME_TOO_LONG),
                Arguments.of(" pump", OnboardingCode.NAME_HAS_OUTER_SPACES),
                Arguments.of("pump ", OnboardingCode.NAME_HAS_OUTER_SPACES),
                Arguments.of("pump\u00a0", OnboardingCode.NAME_HAS_OUTER_SPACES),
                Arguments.of("\ufeffpump", OnboardingCode.NAME_HAS_OUTER_SPACES),
                Arguments.of("pump\n17", OnboardingCode.NAME_HAS_CONTROL_CHARACTERS),
                Arguments.of("pump\u0000", OnboardingCode.NAME_HAS_CONTROL_CHARACTERS),
                Arguments.of("<script>alert(1)</script>", OnboardingCode.NAME_HAS_MARKUP),
                Arguments.of("a <b> c", OnboardingCode.NAME_HAS_MARKUP));
    }

    @ParameterizedTest
    @MethodSource("badNames")
    void refusesWhatTheServerWouldRefuseOrMangle(String name, OnboardingCode code) {
        assertThat(DeviceNames.check(name))
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo(code.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pump-0417", "a b", "a < b", "a & b", "a/b\"c'd\\e", "Датчик №1"})
    void takesWhatTheServerTakes(String name) {
        assertThat(DeviceNames.check(name)).isEmpty();
    }

    @Test
    void takesTheLongestName() {
        assertThat(DeviceNames.check("x".repeat(DeviceNames.MAX_LENGTH))).isEmpty();
    }

    @Test
    void warnsOfWhatTheServerTakesButPeopleTripOver() {
        assertThat(DeviceNames.warnings("pump-1")).isEmpty();
        assertThat(DeviceNames.warnings("100 %"))
                .extracting(Diagnosis::code)
                .containsExactly(OnboardingCode.NAME_HAS_WILDCARDS.id());
        assertThat(DeviceNames.warnings("Датчик_1"))
                .extracting(Diagnosis::code)
                .containsExactly(OnboardingCode.NAME_HAS_WILDCARDS.id(), OnboardingCode.NAME_BEYOND_LATIN.id());
    }
}
