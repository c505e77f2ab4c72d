package dev.gangway.bench.kinds;

import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.kinds.Kind.Recognised;
import dev.gangway.bench.model.Check;
import dev.gangway.bench.model.Check.State;
import dev.gangway.bench.model.Judge;
import dev.gangway.bench.rules.Findings;
import dev.gangway.bench.rules.Proposals;
import dev.gangway.bench.rules.RuleBook;
import dev.gangway.bench.rules.ServerKnowledge;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Remedy;
import dev.gangway.stored.StoredNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All kinds of servers and of things in between that the bench knows. */
public final class Kinds implements ServerKnowledge {
    /** Of kinds that are recognised equally surely the first one counts. */
    static final List<Kind> ALL = List.of(
            ThingsBoard.KIND,
            AzureIotHub.KIND,
            AzureProvisioning.KIND,
            AzureEventGrid.KIND,
            AwsIotCore.KIND,
            Mosquitto.KIND,
            RabbitMq.KIND,
            Emqx.KIND,
            HiveMq.KIND,
            Artemis.KIND,
            Aedes.KIND,
            Ejabberd.KIND,
            NanoMq.KIND,
            VerneMq.KIND,
            Traefik.KIND,
            HaProxy.KIND,
            Nginx.KIND,
            CloudLoadBalancer.KIND);

    /** The judge that everybody uses: the rules, and what is known of kinds of servers. */
    public static Judge judge() {
        return new RuleBook(new Kinds());
    }

    /** What stands at the other end: the surest server, and whatever stands before it. */
    static List<Recognised> in(Findings findings) {
        List<Recognised> all = ALL.stream()
                .flatMap(kind -> kind.in(findings).stream())
                .sorted(Comparator.comparing(Recognised::certainty))
                .toList();
        Optional<Recognised> server =
                all.stream().filter(one -> !one.kind().isBetween()).findFirst();
        return Stream.concat(
                        server.stream(), all.stream().filter(one -> one.kind().isBetween()))
                .toList();
    }

    @Override
    public void explain(Proposals proposals) {
        List<Recognised> seen = in(proposals.findings());
        seen.stream()
                .filter(one -> !one.isSureEnough())
                .forEach(one -> one.kind().guess(new Situation(proposals, one)));
        List<Recognised> sure = seen.stream().filter(Recognised::isSureEnough).toList();
        sure.forEach(one -> {
            Situation situation = new Situation(proposals, one);
            LimitRules.judge(situation, one.kind());
            one.kind().judge(situation);
            situation.annotate();
        });
        if (sure.stream().noneMatch(one -> one.kind() == ThingsBoard.KIND)) {
            proposals.revise(Kinds::withoutThingsBoard);
        }
    }

    /** Remedies that only help on ThingsBoard are of no use elsewhere; where nothing else is left they stay. */
    private static Hypothesis withoutThingsBoard(Hypothesis one) {
        Diagnosis cause = one.cause();
        List<Remedy> fit = cause.remedies().stream()
                .filter(remedy -> !ThingsBoard.ONLY_THERE.contains(remedy.key()))
                .toList();
        if (fit.isEmpty() || fit.size() == cause.remedies().size()) {
            return one;
        }
        Diagnosis less = new Diagnosis(cause.code(), cause.args(), cause.evidence(), fit);
        return new Hypothesis(less, one.certainty(), one.proof(), one.against(), one.settledBy());
    }

    @Override
    public List<Check> recognised(Findings findings) {
        List<Check> checks = new ArrayList<>();
        in(findings).forEach(one -> {
            checks.add(new Check(
                    "kinds." + StoredNames.of(one.certainty()).toLowerCase(Locale.ROOT),
                    Map.of("kind", one.kind().id(), "server", one.kind().name(), "by", one.by()),
                    State.OK));
            if (one.isSureEnough()) {
                checks.addAll(LimitRules.checks(findings, one.kind()));
            }
        });
        return checks;
    }
}
