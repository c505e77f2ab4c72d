package dev.gangway.bench.rules;

import dev.gangway.bench.causes.Conclusion;
import dev.gangway.bench.causes.Exclusion;
import dev.gangway.bench.causes.Hypothesis;
import dev.gangway.bench.event.Event;
import dev.gangway.bench.model.Check;
import dev.gangway.bench.model.Judge;
import dev.gangway.bench.model.Plan;
import dev.gangway.bench.model.ServerFacts;
import dev.gangway.bench.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules in the order in which they are asked: the first that knows a cause proposes it, {@link Proposer}s add those that
 * fit as well, and what is proven, or excluded, ranks them. The order is that of the
 * stack, from the network up, because a fault on one layer keeps the ones above from saying anything of use. Two
 * places depart from it: a run in which everything worked is never searched for a cause, and what the server says of
 * its own device comes before what its refusal lets one guess.
 */
public final class RuleBook implements Judge {
    private static final List<Rule> RULES = Stream.of(
                    NetworkRules.RULES,
                    ForeignProtocolRules.RULES,
                    ProfileRules.RULES,
                    ServerCertificateRules.RULES,
                    NegotiationRules.RULES,
                    ConnectFormRules.RULES,
                    ClientCertificateRules.RULES,
                    AuthenticationRules.SERVER,
                    ConnackRules.CHALLENGE,
                    HangUpRules.RULES,
                    CertificateLoginRules.RULES,
                    PasswordLoginRules.TOKEN_FIELD,
                    DeviceRules.RULES,
                    CertificateLoginRules.GUESSES,
                    JwtRules.RULES,
                    PasswordLoginRules.RULES,
                    ConnackRules.RULES,
                    AuthenticationRules.AGAIN,
                    SessionRules.RULES,
                    LastResort.RULES)
            .flatMap(List::stream)
            .toList();

    /** The device API knows neither CONNECT nor a session. */
    private static final List<Rule> DEVICE_API_RULES = Stream.of(
                    NetworkRules.RULES,
                    DeviceApiSilence.FOREIGN,
                    ProfileRules.RULES,
                    ServerCertificateRules.RULES,
                    NegotiationRules.RULES,
                    DeviceApiRules.RULES,
                    ClientCertificateRules.RULES,
                    DeviceApiSilence.RULES,
                    HangUpRules.RULES,
                    LastResort.RULES)
            .flatMap(List::stream)
            .toList();

    private final ServerKnowledge servers;

    /**
     * The rules, and what is known of kinds of servers.
     *
     * @param servers is asked last, and knows better
     */
    public RuleBook(ServerKnowledge servers) {
        this.servers = servers;
    }

    @Override
    public Judgement judge(Plan plan, List<Event> events, Optional<ServerFacts> facts) {
        Findings findings = new Findings(plan, events, facts);
        List<Check> checks = Stream.concat(AlsoChecked.of(findings).stream(), servers.recognised(findings).stream())
                .toList();
        if (findings.cancelled()) {
            return new Judgement(new Verdict.Cancelled(), checks);
        }
        if (Steps.allWorked(findings)) {
            return ProvisionRule.judge(findings)
                    .map(why -> failed(new Conclusion(Established.in(findings), List.of(why), List.of()), checks))
                    .orElseGet(() -> new Judgement(new Verdict.Passed(), checks));
        }
        Proposals proposals = new Proposals(findings);
        proposals.add(first(findings));
        Proposers.ALL.forEach(proposer -> proposer.propose(proposals));
        servers.explain(proposals);
        return failed(conclude(findings, proposals), checks);
    }

    private static Judgement failed(Conclusion conclusion, List<Check> checks) {
        return new Judgement(new Verdict.Failed(conclusion.diagnosis().orElseThrow()), conclusion, checks);
    }

    /** Where all that was proposed is excluded, the rules' own cause stays: something has to be said. */
    private static Conclusion conclude(Findings findings, Proposals proposals) {
        List<Exclusion> excluded = new ArrayList<>(Excluded.in(findings));
        excluded.addAll(proposals.excluded());
        List<Hypothesis> proposed = proposals.soFar();
        Conclusion conclusion = Conclusion.of(Established.in(findings), proposed, excluded);
        return conclusion.candidates().isEmpty()
                ? new Conclusion(conclusion.established(), List.of(proposed.getFirst()), excluded)
                : conclusion;
    }

    private static Hypothesis first(Findings findings) {
        List<Rule> rules = findings.isDeviceApi() ? DEVICE_API_RULES : RULES;
        return rules.stream()
                .flatMap(rule -> rule.judge(findings).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the last rule always knows an answer"));
    }
}
