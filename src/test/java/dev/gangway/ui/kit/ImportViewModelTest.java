package dev.gangway.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.background.Background;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.CredentialReader;
import dev.gangway.pki.Family;
import dev.gangway.pki.KeyType;
import dev.gangway.pki.Pem;
import dev.gangway.pki.Source;
import dev.gangway.pki.bouncycastle.BouncyCastleImporter;
import dev.gangway.pki.bouncycastle.BouncyCastleReader;
import dev.gangway.pki.checks.CredentialCheck;
import dev.gangway.secret.Secret;
import dev.gangway.ui.UiQueue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files brought in for one certificate and its key, in any order and form. */
class ImportViewModelTest {
    @TempDir
    private Path folder;

    private final UiQueue ui = new UiQueue();
    private final AtomicInteger opened = new AtomicInteger();
    private final ImportViewModel model = ImportViewModel.ofLeaf(
            new IdentityReader(
                    new Counting(new BouncyCastleReader(), opened),
                    new BouncyCastleImporter(Clock.systemUTC()),
                    new CredentialCheck(Clock.systemUTC())),
            new Background(ui, Unexpected::explain));

    @ParameterizedTest
    @EnumSource(
            value = KeyType.class,
            names = {"EC_P256", "RSA_2048", "ED25519"})
    void aPairInDerLandsInItsPlacesInAnyOrder(KeyType type) throws IOException, CertificateEncodingException {
        Family family = new Family(type);
        Path certificate = folder.resolve("one.bin");
        Path key = folder.resolve("two.bin");
        Files.write(certificate, family.device.leaf().getEncoded());
        Files.write(key, family.device.key().getEncoded());
        for (List<Path> order : List.of(List.of(certificate, key), List.of(key, certificate))) {
            model.certificate().set(Optional.empty());
            model.key().set(Optional.empty());
            until(() -> model.result().get().identity().isEmpty());
            model.take(order);
            until(() -> model.result().get().identity().isPresent());
            assertThat(model.certificate().get().orElseThrow().name()).isEqualTo("one.bin");
            assertThat(model.key().get().orElseThrow().name()).isEqualTo("two.bin");
            assertThat(model.result().get().error()).isEmpty();
        }
    }

    @Test
    void aPemKeyAndADerCertificateGoTogether() throws CertificateEncodingException {
        Family family = new Family(KeyType.EC_P256);
        model.take(new Source(
                "key.pem", Pem.privateKey(family.device.key()).reveal().getBytes(StandardCharsets.US_ASCII)));
        model.take(new Source("cert.der", family.device.leaf().getEncoded()));
        until(() -> model.result().get().identity().isPresent());
        assertThat(model.key().get().orElseThrow().name()).isEqualTo("key.pem");
    }

    @Test
    void whatIsNeitherIsToldInThePlaceOfTheCertificate() {
        model.take(new Source("notes.txt", "nothing".getBytes(StandardCharsets.US_ASCII)));
        until(() -> model.result().get().error().isPresent());
        assertThat(model.certificate().get()).isPresent();
        assertThat(model.key().get()).isEmpty();
    }

    @Test
    void aPassphraseBeingTypedIsTriedOnceItIsComplete() throws CertificateEncodingException {
        Family family = new Family(KeyType.EC_P256);
        model.take(new Source("cert.der", family.device.leaf().getEncoded()));
        model.take(new Source("key.der", family.device.key().getEncoded()));
        until(() -> model.result().get().identity().isPresent());
        int before = opened.get();
        String typed = "a passphrase of many letters that somebody types";
        for (int length = 1; length <= typed.length(); length++) {
            model.passphrase().set(typed.substring(0, length));
        }
        until(() -> opened.get() > before);
        assertThat(opened.get() - before)
                .as("each keystroke cancels the one before, which still waits")
                .isLessThan(typed.length() / 4);
    }

    private void until(java.util.function.BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            ui.runNext();
        }
    }

    /** Counts how often a key is opened with a passphrase or without. */
    private record Counting(CredentialReader real, AtomicInteger opened) implements CredentialReader {
        @Override
        public Outcome<Contents> read(Source source, Optional<Secret> passphrase) {
            return real.read(source, passphrase);
        }

        @Override
        public Outcome<X509Certificate> readCertificate(Source source) {
            return real.readCertificate(source);
        }

        @Override
        public Outcome<List<X509Certificate>> readChain(Source source) {
            return real.readChain(source);
        }

        @Override
        public Outcome<PrivateKey> readKey(Source source, Optional<Secret> passphrase) {
            opened.incrementAndGet();
            return real.readKey(source, passphrase);
        }

        @Override
        public Outcome<java.security.KeyPair> readPair(Source source, Optional<Secret> passphrase) {
            return real.readPair(source, passphrase);
        }
    }
}
