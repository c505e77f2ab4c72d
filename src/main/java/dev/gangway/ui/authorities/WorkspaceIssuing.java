package dev.gangway.ui.authorities;

import dev.gangway.authorities.Certificates;
import dev.gangway.authorities.Draft;
import dev.gangway.authorities.IssueRequest;
import dev.gangway.authorities.Issued;
import dev.gangway.authorities.RequestDraft;
import dev.gangway.authorities.RequestedCertificate;
import dev.gangway.background.Cancellation;
import dev.gangway.credentials.CredentialChoice;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.onboarding.Onboarding;
import dev.gangway.onboarding.Recipe;
import dev.gangway.onboarding.Workspace;
import dev.gangway.pki.authority.Template;
import java.util.List;
import java.util.Optional;

/** The use cases of an unlocked vault. */
public record WorkspaceIssuing(Workspace workspace) implements IssueWork {
    @Override
    public List<Template> templates() {
        return workspace.authorities().templates().all();
    }

    @Override
    public Outcome<Template> save(Template template) {
        return workspace.authorities().templates().save(template);
    }

    @Override
    public void remove(Template template) {
        workspace.authorities().templates().remove(template.name());
    }

    @Override
    public List<Device> devices() {
        return workspace.devices().all();
    }

    @Override
    public Outcome<Draft> draft(IssueRequest request) {
        return workspace.authorities().issuing().draft(request);
    }

    @Override
    public Outcome<Issued> issue(IssueRequest request, String name) {
        return workspace.authorities().issuing().issue(request).map(made -> {
            workspace
                    .certificates()
                    .keep(new Certificates.Wanted(name, made.issued().chain(), Optional.of(made.key())));
            return made.issued();
        });
    }

    @Override
    public Onboarding.Result give(Device device, CredentialChoice choice, Cancellation cancellation) {
        return workspace.change().run(device, choice, Recipe.Test.TELEMETRY, step -> {}, cancellation);
    }

    @Override
    public Outcome<RequestDraft> draft(RequestedCertificate wanted) {
        return workspace.authorities().issuing().draft(wanted);
    }

    @Override
    public Outcome<Issued> sign(RequestedCertificate wanted) {
        return workspace.authorities().issuing().sign(wanted);
    }
}
