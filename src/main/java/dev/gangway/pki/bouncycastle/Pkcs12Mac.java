package dev.gangway.pki.bouncycastle;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.PBEParametersGenerator;
import org.bouncycastle.crypto.generators.PKCS12ParametersGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDefaultDigestProvider;

/**
 * Checks the MAC of a PKCS#12 file (RFC 7292, appendix B). Bouncy Castle's own check compares encodings, and so refuses
 * files of GnuTLS and Go, whose digest algorithm comes without its NULL parameters.
 */
final class Pkcs12Mac {
    private static final int BITS = 8;

    private Pkcs12Mac() {}

    /**
     * Whether the passphrase is right. An empty one is tried in both encodings that tools write: none, and two zeros.
     *
     * @throws OperatorCreationException where the digest is unknown
     */
    static boolean isValid(Pfx pfx, char[] passphrase) throws OperatorCreationException {
        byte[] encoded = PBEParametersGenerator.PKCS12PasswordToBytes(passphrase);
        List<byte[]> tries = encoded.length == 0 ? List.of(encoded, new byte[2]) : List.of(encoded);
        for (byte[] each : tries) {
            if (isValidEncoded(pfx, each)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isValidEncoded(Pfx pfx, byte[] passphrase) throws OperatorCreationException {
        MacData stated = pfx.getMacData();
        Digest digest = BcDefaultDigestProvider.INSTANCE.get(stated.getMac().getAlgorithmId());
        PKCS12ParametersGenerator generator = new PKCS12ParametersGenerator(digest);
        generator.init(passphrase, stated.getSalt(), stated.getIterationCount().intValueExact());
        HMac mac = new HMac(digest);
        mac.init(generator.generateDerivedMacParameters(digest.getDigestSize() * BITS));
        byte[] content =
                ASN1OctetString.getInstance(pfx.getAuthSafe().getContent()).getOctets();
        mac.update(content, 0, content.length);
        byte[] computed = new byte[mac.getMacSize()];
        mac.doFinal(computed, 0);
        Arrays.fill(passphrase, (byte) 0);
        return MessageDigest.isEqual(computed, stated.getMac().getDigest());
    }
}
