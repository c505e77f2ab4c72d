package dev.gangway.token.oauth;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.diagnosis.Printable;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Turns what an authorization server said into our own terms. */
final class Answers {
    private static final int LONGEST_QUOTE = 200;

    private Answers() {}

    /** An answer that is not what was asked for: by its error code where it has one, else by its status. */
    static <T> Outcome<T> refused(URI endpoint, HTTPResponse answer) {
        ErrorObject error = ErrorObject.parse(answer);
        String said = error.getCode() == null ? "" : error.getCode();
        OAuthCode code = said.isEmpty() ? byStatus(answer) : byError(said);
        Diagnosis.Builder diagnosis = Diagnosis.of(code)
                .with("host", endpoint.getHost())
                .with("status", answer.getStatusCode())
                .with("error", said);
        String description = Optional.ofNullable(error.getDescription()).orElse("");
        if (!description.isEmpty()) {
            diagnosis.fact("oauth.server-says", "text", Printable.quoted(description, LONGEST_QUOTE));
        }
        if (code == OAuthCode.NOT_JSON) {
            diagnosis.fact(
                    "oauth.answer-begins",
                    "text",
                    Printable.quoted(Optional.ofNullable(answer.getBody()).orElse(""), LONGEST_QUOTE));
        }
        return diagnosis.remedy(remedy(code)).failed();
    }

    private static OAuthCode byError(String error) {
        return switch (error) {
            case "invalid_request" -> OAuthCode.INVALID_REQUEST;
            case "invalid_client" -> OAuthCode.INVALID_CLIENT;
            case "invalid_grant" -> OAuthCode.INVALID_GRANT;
            case "unauthorized_client" -> OAuthCode.UNAUTHORIZED_CLIENT;
            case "unsupported_grant_type" -> OAuthCode.UNSUPPORTED_GRANT_TYPE;
            case "invalid_scope" -> OAuthCode.INVALID_SCOPE;
            case "authorization_pending" -> OAuthCode.AUTHORIZATION_PENDING;
            case "slow_down" -> OAuthCode.SLOW_DOWN;
            case "access_denied" -> OAuthCode.ACCESS_DENIED;
            case "expired_token" -> OAuthCode.DEVICE_CODE_EXPIRED;
            default -> OAuthCode.OTHER_ERROR;
        };
    }

    private static OAuthCode byStatus(HTTPResponse answer) {
        int status = answer.getStatusCode();
        if (status == 429) {
            return OAuthCode.RATE_LIMITED;
        }
        return switch (status / 100) {
            case 3 -> OAuthCode.REDIRECTED;
            case 5 -> OAuthCode.SERVER_ERROR;
            default -> status == 401 ? OAuthCode.INVALID_CLIENT : OAuthCode.NOT_JSON;
        };
    }

    private static String remedy(OAuthCode code) {
        return switch (code) {
            case INVALID_CLIENT -> "oauth.check-client";
            case INVALID_GRANT -> "oauth.check-user";
            case UNAUTHORIZED_CLIENT, UNSUPPORTED_GRANT_TYPE -> "oauth.allow-grant";
            case INVALID_SCOPE -> "oauth.check-scope";
            case ACCESS_DENIED, DEVICE_CODE_EXPIRED -> "oauth.start-again";
            case AUTHORIZATION_PENDING, SLOW_DOWN, RATE_LIMITED, SERVER_ERROR -> "oauth.wait";
            default -> "oauth.check-address";
        };
    }

    static <T> Outcome<T> badMetadata(URI address) {
        return Diagnosis.of(OAuthCode.BAD_METADATA)
                .with("address", address)
                .remedy("oauth.check-address")
                .failed();
    }

    static Metadata metadata(AuthorizationServerMetadata said) {
        return new Metadata(
                said.getIssuer().getValue(),
                said.getTokenEndpointURI(),
                Optional.ofNullable(said.getDeviceAuthorizationEndpointURI()),
                Optional.ofNullable(said.getJWKSetURI()),
                Optional.ofNullable(said.getGrantTypes()).orElse(List.of()).stream()
                        .map(grant -> grant.getValue())
                        .toList(),
                Optional.ofNullable(said.getTokenEndpointAuthMethods()).orElse(List.of()).stream()
                        .map(method -> method.getValue())
                        .toList());
    }
}
