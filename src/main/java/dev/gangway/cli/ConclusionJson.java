package dev.gangway.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.bench.causes.Certainty;
import dev.gangway.bench.causes.Conclusion;
import dev.gangway.bench.causes.Experiment;
import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Remedy;
import dev.gangway.stored.StoredNames;
import dev.gangway.ui.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why a test failed, as JSON; its shape is in docs/cli.md and only ever grows. */
final class ConclusionJson {
    private final Words words;

    ConclusionJson(Words words) {
        this.words = words;
    }

    /** The surest cause as before, and beside it what is proven anyway and every cause that remains. */
    ObjectNode of(Diagnosis first, Conclusion conclusion) {
        ObjectNode node = Diagnoses.json(words, first);
        node.put("certainty", lower(conclusion.certainty().orElse(Certainty.POSSIBLE)));
        node.put("established", sentence(words, conclusion));
        ArrayNode candidates = node.putArray("candidates");
        conclusion.candidates().forEach(one -> candidate(candidates.addObject(), one));
        ArrayNode excluded = node.putArray("excluded");
        conclusion.excluded().forEach(out -> {
            ObjectNode exclusion = excluded.addObject();
            exclusion.put("code", out.code());
            exclusion.put("by", words.evidence(out.by()));
        });
        return node;
    }

    /** What is proven whatever the cause is. */
    static String sentence(Words words, Conclusion conclusion) {
        return conclusion.established().stream().map(words::evidence).collect(Collectors.joining("; "));
    }

    private void candidate(ObjectNode node, Hypothesis one) {
        node.put("code", one.code());
        node.put("title", words.title(one.cause()));
        node.put("text", words.text(one.cause()));
        node.put("certainty", lower(one.certainty()));
        one.proof().ifPresentOrElse(proof -> node.put("proof", lower(proof)), () -> node.putNull("proof"));
        evidence(node.putArray("for"), one.supporting());
        evidence(node.putArray("against"), one.against());
        ArrayNode remedies = node.putArray("remedies");
        for (Remedy remedy : one.cause().remedies()) {
            remedies.add(words.remedy(remedy));
        }
        one.settledBy()
                .map(Experiment::id)
                .ifPresentOrElse(id -> node.put("settledBy", id), () -> node.putNull("settledBy"));
    }

    private void evidence(ArrayNode into, List<Evidence> evidence) {
        evidence.forEach(seen -> into.add(words.evidence(seen)));
    }

    private static String lower(Enum<?> constant) {
        return StoredNames.of(constant).toLowerCase(Locale.ROOT);
    }
}
