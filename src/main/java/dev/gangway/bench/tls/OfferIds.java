package dev.gangway.bench.tls;

import dev.gangway.bench.model.TlsOptions;
import dev.gangway.bench.model.TlsOptions.Version;
import dev.gangway.bench.tls.decode.TlsNames;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Vector;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureScheme;
import org.bouncycastle.tls.TlsUtils;
import org.bouncycastle.tls.crypto.TlsCrypto;

/** The names in the plan's TLS options, as the numbers that go into the ClientHello; {@code unknown} are those that we cannot speak. */
record OfferIds(
        ProtocolVersion[] versions,
        int[] suites,
        Vector<Integer> groups,
        Vector<Object> schemes,
        List<String> unknown) {

    static OfferIds of(TlsOptions.Offer offer, TlsCrypto crypto) {
        List<String> unknown = new ArrayList<>();
        ProtocolVersion[] versions = Stream.of(Version.TLS_1_3, Version.TLS_1_2)
                .filter(offer.versions()::contains)
                .map(version -> version == Version.TLS_1_3 ? ProtocolVersion.TLSv13 : ProtocolVersion.TLSv12)
                .toArray(ProtocolVersion[]::new);
        boolean asDevice = offer.as().isPresent(); // who offers what a device does, offers what we cannot speak, too
        int[] suites = ids(
                        offer.suites(),
                        DefaultOffer.SUITES,
                        TlsNames::suiteId,
                        id -> asDevice || TlsUtils.isSupportedCipherSuite(crypto, id),
                        unknown)
                .stream()
                .mapToInt(Integer::intValue)
                .toArray();
        Vector<Integer> groups = new Vector<>(ids(
                offer.groups(),
                DefaultOffer.GROUPS,
                TlsNames::groupId,
                id -> asDevice || crypto.hasNamedGroup(id),
                unknown));
        Vector<Object> schemes = new Vector<>();
        ids(
                        offer.schemes(),
                        DefaultOffer.SCHEMES,
                        OfferIds::schemeId,
                        id -> asDevice || crypto.hasSignatureScheme(id),
                        unknown)
                .forEach(id -> schemes.add(SignatureScheme.getSignatureAndHashAlgorithm(id)));
        return new OfferIds(versions, suites, groups, schemes, List.copyOf(unknown));
    }

    /** By name, or {@code 0x0303} for a pair of hash and signature that has none. */
    private static OptionalInt schemeId(String name) {
        return name.startsWith("0x") ? OptionalInt.of(Integer.decode(name)) : TlsNames.schemeId(name);
    }

    private static List<Integer> ids(
            List<String> names,
            List<String> usual,
            Function<String, OptionalInt> register,
            IntPredicate spoken,
            List<String> unknown) {
        List<Integer> result = new ArrayList<>();
        for (String name : names.isEmpty() ? usual : names) {
            OptionalInt id = register.apply(name);
            if (id.isPresent() && spoken.test(id.getAsInt())) {
                result.add(id.getAsInt());
            } else if (!names.isEmpty()) {
                unknown.add(name);
            }
        }
        return result;
    }
}
