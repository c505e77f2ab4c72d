package dev.gangway.ui.authorities;

import dev.gangway.authorities.Authorities;
import dev.gangway.authorities.CertificatePreview;
import dev.gangway.authorities.IssueRequest;
import dev.gangway.authorities.Issued;
import dev.gangway.authorities.RequestDraft;
import dev.gangway.authorities.RequestedCertificate;
import dev.gangway.authorities.UnassignedCertificates;
import dev.gangway.background.Cancellation;
import dev.gangway.credentials.CredentialChoice;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.inventory.Devices;
import dev.gangway.onboarding.CredentialChange;
import dev.gangway.onboarding.Onboarding;
import dev.gangway.onboarding.OnboardingPlan;
import dev.gangway.pki.authority.Template;
import java.util.List;
import java.util.Optional;

/** The use cases of an unlocked vault. */
public record VaultIssuing(
        Authorities authorities, UnassignedCertificates certificates, Devices known, CredentialChange change)
        implements IssueWork {
    @Override
    public List<Template> templates() {
        return authorities.templates().all();
    }

    @Override
    public Outcome<Template> save(Template template) {
        return authorities.templates().save(template);
    }

    @Override
    public void remove(Template template) {
        authorities.templates().remove(template.name());
    }

    @Override
    public List<Device> devices() {
        return known.all();
    }

    @Override
    public Outcome<CertificatePreview> draft(IssueRequest request) {
        return authorities.issuing().draft(request);
    }

    @Override
    public Outcome<Issued> issue(IssueRequest request, String name) {
        return authorities.issuing().issue(request).map(made -> {
            certificates.keep(
                    new UnassignedCertificates.Wanted(name, made.issued().chain(), Optional.of(made.key())));
            return made.issued();
        });
    }

    @Override
    public Onboarding.Result give(Device device, CredentialChoice choice, Cancellation cancellation) {
        return change.run(device, choice, OnboardingPlan.Test.TELEMETRY, step -> {}, cancellation);
    }

    @Override
    public Outcome<RequestDraft> draft(RequestedCertificate wanted) {
        return authorities.issuing().draft(wanted);
    }

    @Override
    public Outcome<Issued> sign(RequestedCertificate wanted) {
        return authorities.issuing().sign(wanted);
    }
}
