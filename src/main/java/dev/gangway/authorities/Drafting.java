package dev.gangway.authorities;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.CertificateMaker;
import dev.gangway.pki.CertificateSpec;
import dev.gangway.pki.CertificateSpec.Purpose;
import dev.gangway.pki.Finding;
import dev.gangway.pki.Finding.Severity;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.MbedTls;
import dev.gangway.pki.authority.Template;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Works out what would be issued, without the authority's key. */
final class Drafting {
    private final CertificateMaker maker;
    private final Clock clock;
    private final KeyPair forLooking;

    Drafting(CertificateMaker maker, Clock clock) {
        this.maker = maker;
        this.clock = clock;
        forLooking = maker.newKey(KeyType.EC_P256);
    }

    Outcome<CertificatePreview> draft(Authority authority, IssueRequest request) {
        Instant now = clock.instant();
        return request.template()
                .fill(request.values(), request.dnsNames(), request.addresses(), now, authority.end())
                // a certificate does not begin before the one that vouches for it
                .map(spec -> new Validity(Validity.start(authority, spec.notBefore()), spec.notAfter()).of(spec))
                .map(spec -> spec.withOtherNames(request.otherNames()))
                .then(spec -> checked(authority, request.template(), spec, now));
    }

    private Outcome<CertificatePreview> checked(
            Authority authority, Template template, CertificateSpec spec, Instant now) {
        return maker.refusal(spec, authority.chain())
                .<Outcome<CertificatePreview>>map(Outcome::failed)
                .orElseGet(() -> maker.selfSigned(forLooking, spec)
                        .map(sample -> new CertificatePreview(
                                authority, template, spec, sample, notes(authority, template, spec, now))));
    }

    private static List<Finding> notes(Authority authority, Template template, CertificateSpec spec, Instant now) {
        List<Finding> notes = new ArrayList<>();
        Optional<Instant> wanted = template.validity().map(now::plus);
        boolean shorter = wanted.map(spec.notAfter()::isBefore)
                .orElseGet(() -> spec.notAfter().isBefore(Template.NO_END));
        if (shorter) {
            notes.add(warning(Diagnosis.of(AuthorityCode.VALIDITY_CUT)
                    .with("name", authority.name())
                    .with("date", authority.end())
                    .remedy("authorities.renew-authority")));
        }
        boolean noNames = spec.dnsNames().isEmpty() && spec.ipAddresses().isEmpty();
        if (spec.purpose() == Purpose.MQTT_SERVER && noNames) {
            notes.add(warning(Diagnosis.of(AuthorityCode.SERVER_WITHOUT_NAME).remedy("authorities.write-host-name")));
        }
        if (spec.purpose() == Purpose.DEVICE_CLIENT) {
            notes.addAll(MbedTls.of(template.keyType(), authority.chain()));
        }
        return notes;
    }

    private static Finding warning(Diagnosis.Builder diagnosis) {
        return new Finding(Severity.WARNING, diagnosis.build());
    }
}
