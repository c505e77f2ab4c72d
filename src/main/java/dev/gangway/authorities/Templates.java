package dev.gangway.authorities;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.authority.Template;
import dev.gangway.vault.Repository;
import dev.gangway.vault.Vault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The templates: those that come with the program, and those that people have made. Safe for several threads. */
public final class Templates {
    private final Vault vault;
    private final Repository<Template> repository;

    Templates(Vault vault) {
        this.vault = vault;
        repository = vault.repository(AuthorityRecordTypes.TEMPLATE);
    }

    /** All of them, those that come with the program first. */
    public List<Template> all() {
        try (Stream<Template> own = repository.all()) {
            return Stream.concat(Template.BUILT_IN.stream(), own).toList();
        }
    }

    /** The one of this name, whatever its case. */
    public Outcome<Template> named(String name) {
        Optional<Template> found = all().stream()
                .filter(each -> each.name().equalsIgnoreCase(name.strip()))
                .findFirst();
        return found.map(Outcome::ok)
                .orElseGet(() -> Diagnosis.of(AuthorityCode.TEMPLATE_UNKNOWN)
                        .with("name", name)
                        .remedy("authorities.choose-template")
                        .failed());
    }

    /** Whether it comes with the program, and so cannot be changed. */
    public static boolean isBuiltIn(Template template) {
        return Template.BUILT_IN.stream().anyMatch(each -> each.name().equalsIgnoreCase(template.name()));
    }

    /** Stores one, or replaces the one of its name. Fails for a name of those that come with the program. */
    public Outcome<Template> save(Template template) {
        Optional<Diagnosis> problem = problem(template);
        if (problem.isPresent()) {
            return Outcome.failed(problem.get());
        }
        vault.atomically(() -> {
            repository.put(template);
            vault.audit().append("template.saved", template.name(), Map.of("subject", template.subject()));
        });
        return Outcome.ok(template);
    }

    /** Removes one that people have made; what was issued by it stays. */
    public void remove(String name) {
        vault.atomically(() -> {
            if (repository.get(name).isPresent()) {
                repository.remove(name);
                vault.audit().append("template.removed", name, Map.of());
            }
        });
    }

    private static Optional<Diagnosis> problem(Template template) {
        if (template.name().isBlank()) {
            return Optional.of(Diagnosis.of(AuthorityCode.NAME_EMPTY)
                    .evidence(Evidence.inField("name", "field-empty"))
                    .remedy("authorities.write-name")
                    .build());
        }
        if (isBuiltIn(template)) {
            return Optional.of(Diagnosis.of(AuthorityCode.TEMPLATE_BUILT_IN)
                    .with("name", template.name())
                    .remedy("authorities.write-name")
                    .build());
        }
        return template.extras().withUris(List.of()).problem();
    }
}
