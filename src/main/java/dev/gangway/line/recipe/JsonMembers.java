package dev.gangway.line.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.stored.StoredNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The members of a JSON object, each asked for by name; whatever was not asked for is unknown, and refused. */
final class JsonMembers {
    private final JsonNode json;
    private final String path;
    private final List<JsonMembers> inner = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();

    private JsonMembers(JsonNode json, String path) {
        this.json = json;
        this.path = path;
    }

    /** Ends the reading; never leaves this class. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Diagnosis why;

        Refused(Diagnosis why) {
            super(why.code(), null, false, false);
            this.why = why;
        }
    }

    /** What the reader makes of an object, or the first member that is wrong. */
    static <T> Outcome<T> reading(JsonNode json, String path, Function<JsonMembers, T> reader) {
        if (!json.isObject()) {
            return Diagnosis.of(RecipeCode.NOT_A_RECIPE).failed();
        }
        JsonMembers members = new JsonMembers(json, path);
        try {
            T made = reader.apply(members);
            members.refuseUnknown();
            return Outcome.ok(made);
        } catch (Refused refused) {
            return Outcome.failed(refused.why);
        }
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }

    String text(String name) {
        return maybe(name).orElseThrow(() -> missing(name));
    }

    String text(String name, String otherwise) {
        return maybe(name).orElse(otherwise);
    }

    Optional<String> maybe(String name) {
        return value(name).map(value -> {
            if (!value.isTextual()) {
                throw invalid(name, value.toString(), "\"…\"");
            }
            return value.asText();
        });
    }

    List<String> texts(String name) {
        JsonNode value = value(name).orElseThrow(() -> missing(name));
        List<String> texts = new ArrayList<>();
        for (JsonNode each : value) {
            if (!each.isTextual()) {
                throw invalid(name, each.toString(), "\"…\"");
            }
            texts.add(each.asText());
        }
        if (texts.isEmpty()) {
            throw invalid(name, value.toString(), "[\"…\"]");
        }
        return texts;
    }

    int number(String name, int otherwise, int least, int most) {
        return value(name)
                .map(value -> {
                    if (!value.isIntegralNumber()
                            || !value.canConvertToInt()
                            || value.asInt() < least
                            || value.asInt() > most) {
                        throw invalid(name, value.toString(), least + "–" + most);
                    }
                    return value.asInt();
                })
                .orElse(otherwise);
    }

    boolean truth(String name, boolean otherwise) {
        return value(name)
                .map(value -> {
                    if (!value.isBoolean()) {
                        throw invalid(name, value.toString(), "true, false");
                    }
                    return value.asBoolean();
                })
                .orElse(otherwise);
    }

    <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
        return maybe(name)
                .map(text -> StoredNames.constant(type, text.replace('-', '_'))
                        .orElseThrow(() -> invalid(
                                name,
                                text,
                                Stream.of(type.getEnumConstants())
                                        .map(RecipeJson::word)
                                        .collect(Collectors.joining(", ")))))
                .orElse(otherwise);
    }

    JsonMembers needed(String name) {
        return object(name).orElseThrow(() -> missing(name));
    }

    Optional<JsonMembers> object(String name) {
        return value(name).map(value -> {
            if (!value.isObject()) {
                throw invalid(name, value.toString(), "{…}");
            }
            JsonMembers members = new JsonMembers(value, path + name + ".");
            inner.add(members);
            return members;
        });
    }

    /** Refuses a value; {@code rule} says what it may be. */
    RuntimeException invalid(String name, String value, String rule) {
        return new Refused(Diagnosis.of(RecipeCode.FIELD_INVALID)
                .with("field", path + name)
                .with("value", value)
                .with("rule", rule)
                .build());
    }

    private Refused missing(String name) {
        return new Refused(Diagnosis.of(RecipeCode.FIELD_MISSING)
                .with("field", path + name)
                .build());
    }

    private Optional<JsonNode> value(String name) {
        asked.add(name);
        return Optional.ofNullable(json.get(name)).filter(value -> !value.isNull());
    }

    private void refuseUnknown() {
        names().stream().filter(name -> !asked.contains(name)).findFirst().ifPresent(name -> {
            throw new Refused(Diagnosis.of(RecipeCode.FIELD_UNKNOWN)
                    .with("field", path + name)
                    .build());
        });
        inner.forEach(JsonMembers::refuseUnknown);
    }
}
