package dev.gangway.ui.recipes;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.line.label.LabelFiles;
import dev.gangway.line.label.LabelTemplate;
import dev.gangway.line.recipe.Recipe;
import dev.gangway.line.serial.SerialNumber;
import dev.gangway.line.serial.SerialScheme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A unit as it would come out.
 *
 * @param serials the first serial numbers that the scheme makes; empty where it only reads
 * @param serial of this unit
 * @param label its label as a PNG; empty where the recipe prints none
 * @param problems why the serial number or the label is not as it should be
 */
record UnitPreview(List<String> serials, String serial, String name, Optional<byte[]> label, List<Diagnosis> problems) {
    private static final int EXAMPLES = 3;
    private static final int DOTS = 200;

    /**
     * By this recipe; draws, so call it off the UI thread.
     *
     * @param wanted the serial number to try; empty for the first of the scheme
     */
    static UnitPreview of(Recipe recipe, String wanted, LocalDate today) {
        List<Diagnosis> problems = new ArrayList<>();
        Optional<SerialScheme> scheme = recipe.serials().isEmpty()
                ? Optional.empty()
                : SerialScheme.parse(recipe.serials()).toOptional();
        List<String> examples = new ArrayList<>();
        scheme.filter(SerialScheme::canMake).ifPresent(made -> {
            for (int i = 1; i <= EXAMPLES; i++) {
                made.make(i, today).handle(examples::add, why -> {});
            }
        });
        String serial = !wanted.isEmpty() ? wanted : examples.isEmpty() ? "0001" : examples.getFirst();
        if (!wanted.isEmpty()) {
            Outcome<String> read = scheme.map(each -> each.read(wanted).map(SerialNumber::text))
                    .orElseGet(() -> Outcome.ok(wanted));
            read.failure().ifPresent(problems::add);
            serial = read.toOptional().orElse(wanted);
        }
        return new UnitPreview(
                examples, serial, recipe.nameOf(serial), label(recipe, serial, problems), List.copyOf(problems));
    }

    private static Optional<byte[]> label(Recipe recipe, String serial, List<Diagnosis> problems) {
        if (recipe.labelTemplate().isEmpty()) {
            return Optional.empty();
        }
        Outcome<byte[]> drawn = LabelTemplate.parse(recipe.labelTemplate().get())
                .then(template -> template.filled(values(template, recipe, serial)))
                .then(filled -> LabelFiles.png(filled, DOTS));
        drawn.failure().ifPresent(problems::add);
        return drawn.toOptional();
    }

    /** What is known before a unit is made; every other place stands for itself. */
    private static Map<String, String> values(LabelTemplate template, Recipe recipe, String serial) {
        Map<String, String> values = new HashMap<>();
        template.places().forEach(place -> values.put(place, "<" + place + ">"));
        values.put("serial", serial);
        values.put("name", recipe.nameOf(serial));
        values.put("label", recipe.labelOf(serial));
        values.put("profile", recipe.profile());
        return values;
    }
}
