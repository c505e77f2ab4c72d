package dev.gangway.token.jwt;

import dev.gangway.diagnosis.Diagnosis;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A token taken apart.
 *
 * @param header as it stands, for example {@code alg}, {@code kid}
 * @param claims as they stand
 * @param signature whether it was checked, and how that came out
 * @param findings one for each claim that was judged
 * @param problem the first reason for which a broker would refuse it
 */
public record TokenReport(
        Map<String, Object> header,
        Claims claims,
        Signature signature,
        List<Finding> findings,
        Optional<Diagnosis> problem) {
    public TokenReport {
        findings = List.copyOf(findings);
    }

    /** How the signature came out. */
    public enum Signature {
        /** It fits the key. */
        VALID,
        /** It does not. */
        INVALID,
        /** There was no key to check it with: nothing the token says can be believed. */
        UNCHECKED
    }

    /**
     * The judgement on one claim.
     *
     * @param claim its name
     * @param value as text
     * @param good whether a broker would accept it
     * @param key words for it, found under {@code evidence.<key>}
     * @param args values for the words
     */
    public record Finding(String claim, String value, boolean good, String key, Map<String, String> args) {}
}
