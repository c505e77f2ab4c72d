package dev.gangway.ui.authorities;

import dev.gangway.authorities.CertificatePreview;
import dev.gangway.authorities.IssueRequest;
import dev.gangway.authorities.Issued;
import dev.gangway.authorities.RequestDraft;
import dev.gangway.authorities.RequestedCertificate;
import dev.gangway.background.Cancellation;
import dev.gangway.credentials.CredentialChoice;
import dev.gangway.device.Device;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.onboarding.Onboarding;
import dev.gangway.pki.authority.Template;
import java.util.List;

/** What issuing asks of the use cases; all of it blocks. */
public interface IssueWork {
    /** The templates. */
    List<Template> templates();

    /** Stores one; fails for a name that comes with the program. */
    Outcome<Template> save(Template template);

    /** Removes one that people have made. */
    void remove(Template template);

    /** The devices, which may get what is issued. */
    List<Device> devices();

    /** What would be issued. */
    Outcome<CertificatePreview> draft(IssueRequest request);

    /** Issues it with a key made here, and keeps both under this name. */
    Outcome<Issued> issue(IssueRequest request, String name);

    /** Gives a device what is issued for it, puts it on its server and tests it. */
    Onboarding.Result give(Device device, CredentialChoice choice, Cancellation cancellation);

    /** What a request would become. */
    Outcome<RequestDraft> draft(RequestedCertificate wanted);

    /** Signs a request. */
    Outcome<Issued> sign(RequestedCertificate wanted);
}
