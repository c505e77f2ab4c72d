package dev.gangway.pki;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Evidence;
import dev.gangway.stored.StoredAs;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a certificate shall say beyond what its purpose asks for.
 *
 * @param uris for the subject alternative name, absolute, for example {@code urn:dev:mac:0024befffe804ff1}
 * @param moreUsages object identifiers for the extended key usage, beside that of the purpose
 * @param revocationListUrl where the issuer's revocation list can be fetched (RFC 5280, 4.2.1.13)
 * @param issuerUrl where the issuer's certificate can be fetched (RFC 5280, 4.2.2.1)
 */
public record CertificateExtras(
        @StoredAs("uris") List<String> uris,
        @StoredAs("moreUsages") List<String> moreUsages,
        @StoredAs("revocationListUrl") Optional<String> revocationListUrl,
        @StoredAs("issuerUrl") Optional<String> issuerUrl) {
    /** A client that signs in. */
    public static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";

    /** A server. */
    public static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";

    /** Nothing more. */
    public static final CertificateExtras NONE =
            new CertificateExtras(List.of(), List.of(), Optional.empty(), Optional.empty());

    /** First arc 0 to 2, second below 40 where the first is not 2, no leading zeros. */
    private static final Pattern OID = Pattern.compile("([01]\\.[1-3]?\\d|2\\.(0|[1-9]\\d*))(\\.(0|[1-9]\\d*))*");

    public CertificateExtras {
        uris = List.copyOf(uris);
        moreUsages = List.copyOf(moreUsages);
    }

    /** The same with other alternative names. */
    public CertificateExtras withUris(List<String> changed) {
        return new CertificateExtras(changed, moreUsages, revocationListUrl, issuerUrl);
    }

    /** The first value that does not fit its place. */
    public Optional<Diagnosis> problem() {
        for (String uri : uris) {
            if (!isAbsolute(uri)) {
                return bad(PkiCode.ALTERNATIVE_NAME, "uris", uri, "pki.write-uri");
            }
        }
        for (String oid : moreUsages) {
            if (!OID.matcher(oid).matches()) {
                return bad(PkiCode.USAGE_SYNTAX, "moreUsages", oid, "pki.write-oid");
            }
        }
        for (String url : List.of(revocationListUrl.orElse("http://a/"), issuerUrl.orElse("http://a/"))) {
            if (!isAbsolute(url) || URI.create(url).getHost() == null) {
                return bad(PkiCode.URL_SYNTAX, "url", url, "pki.write-url");
            }
        }
        return Optional.empty();
    }

    /** Absolute and of ASCII alone (RFC 5280, 4.2.1.6). */
    private static boolean isAbsolute(String text) {
        try {
            return URI.create(text).isAbsolute() && text.chars().allMatch(c -> c < 128);
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    private static Optional<Diagnosis> bad(PkiCode code, String field, String value, String remedy) {
        return Optional.of(Diagnosis.of(code)
                .with("name", value)
                .evidence(Evidence.inField(field, "pki.name", "name", value))
                .remedy(remedy)
                .build());
    }
}
