package dev.gangway.pki.pkcs11;

import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.diagnosis.Outcome.Done;
import dev.gangway.pki.Identity;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Keys;
import dev.gangway.pki.Subjects;
import dev.gangway.pki.hardware.HardwareCode;
import dev.gangway.pki.hardware.HardwareKey;
import dev.gangway.pki.hardware.OpenToken;
import dev.gangway.pki.hardware.TokenInfo;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An open token whose keys sign through the JDK's provider, which is registered as long as this is open. */
final class SunToken implements OpenToken {
    private final Pkcs11Module module;
    private final TokenInfo opened;
    private final PinLogin pinLogin;
    private final Provider provider;
    private boolean closed;

    SunToken(Pkcs11Module module, TokenInfo opened, PinLogin pinLogin, Provider provider) {
        this.module = module;
        this.opened = opened;
        this.pinLogin = pinLogin;
        this.provider = provider;
        Security.addProvider(provider); // at the end: first places are for providers of software keys
    }

    /** Something that the JDK's provider does, and may fail at. */
    @FunctionalInterface
    private interface Work<T> {
        Outcome<T> with(KeyStore store) throws GeneralSecurityException, IOException;
    }

    @Override
    public TokenInfo info() {
        return module.token(opened.slot()).toOptional().orElse(opened);
    }

    @Override
    public Outcome<List<HardwareKey>> keys() {
        return work(store -> Outcome.ok(privateKeys()));
    }

    private List<HardwareKey> privateKeys() {
        return new KeySearch(module.cryptoki(), pinLogin.session()).privateKeys();
    }

    @Override
    public Outcome<Identity> identity(String label) {
        return work(store -> identity(store, label));
    }

    private Outcome<Identity> identity(KeyStore store, String label) throws GeneralSecurityException {
        if (store.getKey(label, null) instanceof PrivateKey key) {
            return Outcome.ok(new Identity(chain(store, label), key));
        }
        boolean there = privateKeys().stream().anyMatch(key -> key.label().equals(label));
        return there
                ? refused(HardwareCode.KEY_WITHOUT_CERTIFICATE, label, "hardware.store-certificate")
                : refused(HardwareCode.KEY_UNKNOWN, label, "hardware.list-keys");
    }

    @Override
    public Outcome<Identity> make(String label, KeyType type, Function<KeyPair, Outcome<X509Certificate>> certify) {
        if (label.isBlank()) {
            return refused(HardwareCode.KEY_LABEL_EMPTY, label, "hardware.name-key");
        }
        return work(store -> {
            if (store.containsAlias(label)) {
                return refused(HardwareCode.KEY_EXISTS, label, "hardware.other-label");
            }
            Optional<KeyPair> keys = generate(type);
            return keys.isEmpty()
                    ? Diagnosis.of(HardwareCode.KEY_TYPE)
                            .with("token", opened.label())
                            .with("type", type)
                            .remedy("hardware.other-type")
                            .failed()
                    : certify.apply(keys.get())
                            .then(certificate -> put(label, keys.get().getPrivate(), List.of(certificate)));
        });
    }

    private Optional<KeyPair> generate(KeyType type) {
        AlgorithmParameterSpec parameters;
        switch (type) {
            case EC_P256 -> parameters = new ECGenParameterSpec("secp256r1");
            case EC_P384 -> parameters = new ECGenParameterSpec("secp384r1");
            case RSA_2048 -> parameters = new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4);
            case RSA_3072 -> parameters = new RSAKeyGenParameterSpec(3072, RSAKeyGenParameterSpec.F4);
            case RSA_4096 -> parameters = new RSAKeyGenParameterSpec(4096, RSAKeyGenParameterSpec.F4);
            default -> {
                return Optional.empty(); // the JDK's provider knows no EdDSA
            }
        }
        try {
            String algorithm = type.name().startsWith("EC") ? "EC" : "RSA";
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, provider);
            generator.initialize(parameters);
            return Optional.of(generator.generateKeyPair());
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException notHere) {
            return Optional.empty();
        }
    }

    @Override
    public Outcome<Identity> certify(String label, List<X509Certificate> chain) {
        return identity(label).then(identity -> {
            if (!Keys.match(identity.key(), chain.getFirst().getPublicKey())) {
                return Diagnosis.of(HardwareCode.OTHER_KEY)
                        .with("subject", Subjects.text(chain.getFirst()))
                        .with("key", label)
                        .fact(
                                "pki.key-of-certificate",
                                "algorithm",
                                Keys.describe(chain.getFirst().getPublicKey()))
                        .remedy("hardware.list-keys")
                        .failed();
            }
            return put(label, identity.key(), chain);
        });
    }

    private Outcome<Identity> put(String label, PrivateKey key, List<X509Certificate> chain) {
        return work(store -> {
                    store.setKeyEntry(label, key, null, chain.toArray(X509Certificate[]::new));
                    return Outcome.ok(label);
                })
                .then(this::identity);
    }

    @Override
    public Outcome<Done> remove(String label) {
        return identity(label)
                .then(found -> work(store -> {
                    store.deleteEntry(label);
                    return Outcome.done();
                }));
    }

    /** A store that is loaded afresh sees what other programs have done to the token. */
    private synchronized <T> Outcome<T> work(Work<T> work) {
        if (closed) {
            return refused(HardwareCode.TOKEN_CLOSED, "", "open-token");
        }
        try {
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, null);
            return work.with(store);
        } catch (GeneralSecurityException | IOException | ProviderException failed) {
            // The module's own error is in a type that may not be used; the token itself says whether it is there.
            return module.token(opened.slot())
                    .then(there -> refused(HardwareCode.TOKEN_FAILED, "", "hardware.plug-in"));
        }
    }

    private <T> Outcome<T> refused(HardwareCode code, String key, String remedy) {
        return Diagnosis.of(code)
                .with("token", opened.label())
                .with("key", key)
                .remedy(remedy)
                .failed();
    }

    private static List<X509Certificate> chain(KeyStore store, String label) throws GeneralSecurityException {
        Certificate[] chain = store.getCertificateChain(label);
        return Arrays.stream(chain == null ? new Certificate[0] : chain)
                .map(X509Certificate.class::cast)
                .toList();
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            Security.removeProvider(provider.getName());
            pinLogin.close();
        }
    }
}
