package dev.gangway.enrolment.cmp;

import dev.gangway.enrolment.EnrolmentCode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cmp.CMPObjectIdentifiers;
import org.bouncycastle.asn1.cmp.InfoTypeAndValue;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIHeader;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.cert.cmp.ProtectedPKIMessageBuilder;

/** The headers of the messages that belong together. Not for several threads. */
final class Transaction {
    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final byte[] id = fresh();
    private final GeneralName sender;
    private final Optional<String> reference;
    private byte[] ourNonce = fresh();
    private Optional<byte[]> theirNonce = Optional.empty();

    /** A new one; {@code sender} is our name as the protection shows it. */
    Transaction(X500Name sender, Optional<String> reference) {
        this.sender = new GeneralName(sender);
        this.reference = reference;
    }

    ProtectedPKIMessageBuilder message(PKIBody body, Instant now) {
        ourNonce = fresh();
        ProtectedPKIMessageBuilder builder = new ProtectedPKIMessageBuilder(sender, PKIHeader.NULL_NAME)
                .setTransactionID(id)
                .setSenderNonce(ourNonce)
                .setMessageTime(Date.from(now))
                .setBody(body);
        theirNonce.ifPresent(builder::setRecipNonce);
        reference.ifPresent(name -> builder.setSenderKID(name.getBytes(StandardCharsets.UTF_8)));
        return builder;
    }

    /** As in {@link #message}, asking that no confirmation be needed. */
    ProtectedPKIMessageBuilder first(PKIBody body, Instant now) {
        return message(body, now)
                .addGeneralInfo(new InfoTypeAndValue(CMPObjectIdentifiers.it_implicitConfirm, DERNull.INSTANCE));
    }

    /** What is wrong with the header of an answer. */
    Optional<EnrolmentCode> refuse(PKIHeader header) {
        boolean ours = Arrays.equals(id, bytes(header.getTransactionID()))
                && Arrays.equals(ourNonce, bytes(header.getRecipNonce()));
        if (!ours) {
            return Optional.of(EnrolmentCode.CMP_OTHER_TRANSACTION);
        }
        theirNonce = Optional.ofNullable(header.getSenderNonce()).map(ASN1OctetString::getOctets);
        return Optional.empty();
    }

    /** Whether the server wants no confirmation. */
    static boolean isConfirmed(PKIHeader header) {
        InfoTypeAndValue[] all = header.getGeneralInfo();
        return all != null
                && Arrays.stream(all)
                        .anyMatch(info -> info.getInfoType().equals(CMPObjectIdentifiers.it_implicitConfirm));
    }

    private static byte[] bytes(@org.jspecify.annotations.Nullable ASN1OctetString octets) {
        return octets == null ? new byte[0] : octets.getOctets();
    }

    private byte[] fresh() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }
}
