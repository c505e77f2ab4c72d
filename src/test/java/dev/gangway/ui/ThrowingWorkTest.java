package dev.gangway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.gangway.background.Background;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.ui.kit.Unexpected;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Calls every method of every view model while everything below it throws: nothing may stay busy, and each failure has
 * to be where the view shows it, or be handed to whoever asked. A view model that is added is tried without a change
 * here.
 */
class ThrowingWorkTest {
    /** Names of states of work that has not ended. */
    private static final Set<String> BUSY =
            Set.of("Running", "Working", "Asking", "Checking", "Preparing", "Waiting", "STARTING");

    private static final Set<String> BUSY_PROPERTIES = Set.of("busy", "running", "loading");

    /** What is let go of, where nobody could do anything about a failure; it is in the log. */
    private static final Set<String> SILENT = Set.of("PracticeSwitch.turnOff");

    /** View models by other names. */
    private static final Set<String> SHARED = Set.of("CurrentServer", "PracticeSwitch");

    /** Whose work stands on nothing that could be out of order here: on what was handed in, and on a file. */
    private static final Set<String> TAME = Set.of("CompareViewModel", "LogViewModel", "SettingsViewModel");

    /** Asks the screens in view what can be done, which is no work; or says that it blocks, for those who start work. */
    private static final Set<String> ON_UI = Set.of("SearchViewModel.type", "CurrentServer.save");

    /** What a person may have typed in every field, so that work begins; first what is there before anybody did. */
    private static final List<String> TYPED = List.of("", "1883", "https://server.example");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicContainer> aViewModelWhoseWorkThrows() {
        return viewModels().map(type -> {
            int[] threw = new int[1];
            Stream<DynamicTest> each = methods(type)
                    .flatMap(method -> TYPED.stream()
                            .map(text -> DynamicTest.dynamicTest(
                                    method.getName() + " with \"" + text + "\"",
                                    () -> threw[0] += new Case(type).call(method, text))));
            DynamicTest some = DynamicTest.dynamicTest(
                    "some work of it threw",
                    () -> assertThat(threw[0] > 0 || TAME.contains(type.getSimpleName()))
                            .as("work of %s that threw", type)
                            .isTrue());
            return DynamicContainer.dynamicContainer(type.getSimpleName(), Stream.concat(each, Stream.of(some)));
        });
    }

    private static Stream<Class<?>> viewModels() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.gangway.ui").stream()
                        .filter(type ->
                                type.getSimpleName().endsWith("ViewModel") || SHARED.contains(type.getSimpleName()))
                        .filter(ThrowingWorkTest::startsWork)
                        .<Class<?>>map(JavaClass::reflect)
                        .sorted(Comparator.comparing(Class::getName));
    }

    private static boolean startsWork(JavaClass type) {
        return type.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Background.class)
                        && Set.of("work", "attempt").contains(call.getName()));
    }

    private static Stream<Method> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getReturnType() == void.class
                        && !method.isSynthetic()
                        && !Modifier.isStatic(method.getModifiers())
                        && !Modifier.isPrivate(method.getModifiers())
                        && !ON_UI.contains(type.getSimpleName() + "." + method.getName()))
                .sorted(Comparator.comparing(Method::getName).thenComparing(Method::toString));
    }

    /** One call, with a model of its own. */
    private final class Case {
        private final Deque<Runnable> work = new ArrayDeque<>();
        private final Deque<Runnable> ui = new ArrayDeque<>();
        private final List<Object> heard = new ArrayList<>();
        private final Class<?> type;
        private final Object model;
        private final Specimens specimens;
        private int threw;

        Case(Class<?> type) {
            this.type = type;
            specimens = new Specimens(new Background(ui::add, work::add, this::explain), folder, heard::add);
            model = specimens.make(type);
            settle();
            specimens.arm();
        }

        private Optional<Diagnosis> explain(Throwable thrown) {
            threw++;
            return Unexpected.explain(thrown);
        }

        /** How often work threw. */
        int call(Method method, String typed) throws ReflectiveOperationException {
            method.setAccessible(true);
            if (!typed.isEmpty()) {
                specimens.fill(model, typed);
                settle();
                check();
            }
            int before = threw;
            threw = 0;
            try {
                method.invoke(model, specimens.arguments(method));
            } catch (InvocationTargetException direct) {
                assertThat(direct.getCause())
                        .as("called on the UI thread, where nothing may block")
                        .isNotInstanceOf(Specimens.OutOfOrder.class);
            }
            settle();
            if (!SILENT.contains(type.getSimpleName() + "." + method.getName())) {
                check();
            }
            return before + threw;
        }

        private void check() throws ReflectiveOperationException {
            if (threw > 0) {
                assertThat(busy(model)).as("what still says that it is busy").isEmpty();
                assertThat(tells(List.of(model, heard), Collections.newSetFromMap(new IdentityHashMap<>())))
                        .as("a failure is to be seen, or was told to whoever asked")
                        .isTrue();
            }
        }

        private void settle() {
            while (!work.isEmpty() || !ui.isEmpty()) {
                (work.isEmpty() ? ui : work).removeFirst().run();
            }
        }
    }

    private static List<String> busy(Object model) throws IllegalAccessException {
        List<String> found = new ArrayList<>();
        for (Field field : model.getClass().getDeclaredFields()) {
            field.setAccessible(true);
            Object value = field.get(model);
            if (value instanceof ObservableBooleanValue flag
                    && BUSY_PROPERTIES.contains(field.getName())
                    && flag.get()) {
                found.add(field.getName());
            } else if (value instanceof ObservableValue<?> state && state.getValue() != null) {
                Object now = state.getValue();
                String name = now instanceof Enum<?> constant
                        ? constant.name()
                        : now.getClass().getSimpleName();
                if (BUSY.contains(name)) {
                    found.add(field.getName() + " is " + name);
                }
            } else if (value instanceof Boolean flag && flag && field.getName().equals("counting")) {
                found.add(field.getName());
            }
        }
        return found;
    }

    /** Whether a diagnosis is somewhere in what the view can see: properties, lists, maps, states, models within. */
    private static boolean tells(Object value, Set<Object> seen) throws ReflectiveOperationException {
        if (value == null || !seen.add(value)) {
            return false;
        }
        return switch (value) {
            case Diagnosis _ -> true;
            case Outcome.Failed<?> _ -> true;
            case Optional<?> some -> some.isPresent() && tells(some.get(), seen);
            case ObservableValue<?> property when !(value instanceof Collection<?>) -> tells(property.getValue(), seen);
            case Collection<?> many -> any(many, seen);
            case Map<?, ?> map -> any(map.values(), seen);
            case Record record -> any(components(record), seen);
            default -> value.getClass().getName().startsWith("dev.gangway.ui.") && any(fields(value), seen);
        };
    }

    private static boolean any(Collection<?> values, Set<Object> seen) throws ReflectiveOperationException {
        for (Object value : values) {
            if (tells(value, seen)) {
                return true;
            }
        }
        return false;
    }

    private static List<Object> components(Record record) throws ReflectiveOperationException {
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            component.getAccessor().setAccessible(true);
            values.add(component.getAccessor().invoke(record));
        }
        return values;
    }

    private static List<Object> fields(Object of) throws IllegalAccessException {
        List<Object> values = new ArrayList<>();
        for (Field field : of.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                field.setAccessible(true);
                values.add(field.get(of));
            }
        }
        return values;
    }
}
