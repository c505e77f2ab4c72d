package dev.gangway.pki.bouncycastle;

import dev.gangway.pki.Identity;
import dev.gangway.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS12SafeBagBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/** Writes key stores. */
final class KeyStoreWriter {
    /** What old readers still compute in bearable time. */
    private static final int LEGACY_ITERATIONS = 50_000;

    private KeyStoreWriter() {}

    /** PKCS12 (AES-256, HMAC-SHA-256, as the JDK writes it) or JKS. */
    static Secret java(String type, String alias, Identity identity, Secret passphrase) {
        return store(
                type,
                passphrase,
                (store, chars) -> store.setKeyEntry(
                        alias, identity.key(), chars, identity.chain().toArray(Certificate[]::new)));
    }

    /** Certificates to be trusted, as PKCS#12. */
    static Secret trust(List<X509Certificate> trusted, Secret passphrase) {
        return store("PKCS12", passphrase, (store, chars) -> {
            for (int i = 0; i < trusted.size(); i++) {
                store.setCertificateEntry("authority-" + (i + 1), trusted.get(i));
            }
        });
    }

    private interface Filling {
        void fill(KeyStore store, char[] passphrase) throws GeneralSecurityException;
    }

    private static Secret store(String type, Secret passphrase, Filling filling) {
        return passphrase.withChars(chars -> {
            try {
                KeyStore store = KeyStore.getInstance(type);
                store.load(null, chars);
                filling.fill(store, chars);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                store.store(bytes, chars);
                return Secret.copyOf(bytes.toByteArray());
            } catch (IOException | GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }

    /** PKCS#12 as it was until 2022: 3DES and HMAC-SHA-1. */
    static Secret legacy(String alias, Identity identity, Secret passphrase) {
        return passphrase.withChars(chars -> {
            try {
                OutputEncryptor encryptor = new JcePKCSPBEOutputEncryptorBuilder(
                                PKCSObjectIdentifiers.pbeWithSHAAnd3_KeyTripleDES_CBC)
                        .setProvider(Providers.BC)
                        .setIterationCount(LEGACY_ITERATIONS)
                        .build(chars);
                PKCS12SafeBag[] certificates =
                        new PKCS12SafeBag[identity.chain().size()];
                for (int i = 0; i < certificates.length; i++) {
                    JcaPKCS12SafeBagBuilder bag =
                            new JcaPKCS12SafeBagBuilder(identity.chain().get(i));
                    certificates[i] = (i == 0 ? named(bag, alias, identity) : bag).build();
                }
                byte[] der = new PKCS12PfxPduBuilder()
                        .addEncryptedData(encryptor, certificates)
                        .addData(named(new JcaPKCS12SafeBagBuilder(identity.key(), encryptor), alias, identity)
                                .build())
                        .build(
                                new JcePKCS12MacCalculatorBuilder()
                                        .setProvider(Providers.BC)
                                        .setIterationCount(LEGACY_ITERATIONS),
                                chars)
                        .getEncoded();
                return Secret.copyOf(der);
            } catch (IOException | PKCSException | GeneralSecurityException | OperatorCreationException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }

    /** Readers find the certificate of a key by the local key id. */
    private static PKCS12SafeBagBuilder named(PKCS12SafeBagBuilder bag, String alias, Identity identity)
            throws GeneralSecurityException {
        return bag.addBagAttribute(PKCSObjectIdentifiers.pkcs_9_at_friendlyName, new DERBMPString(alias))
                .addBagAttribute(
                        PKCSObjectIdentifiers.pkcs_9_at_localKeyId,
                        new JcaX509ExtensionUtils()
                                .createSubjectKeyIdentifier(identity.leaf().getPublicKey()));
    }
}
