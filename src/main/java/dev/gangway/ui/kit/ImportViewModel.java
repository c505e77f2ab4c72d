package dev.gangway.ui.kit;

import dev.gangway.background.Background;
import dev.gangway.device.Credential;
import dev.gangway.device.KeyRef;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Keys;
import dev.gangway.pki.Source;
import dev.gangway.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A certificate and its key brought in as files or text. For the UI thread alone; reading runs elsewhere. */
public final class ImportViewModel {
    private static final String KEY_MARK = "PRIVATE KEY-----";
    private static final String CERTIFICATE_MARK = "BEGIN CERTIFICATE";

    private final IdentityReader reader;
    private final Background background;
    private final ObjectProperty<Optional<Source>> certificate = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Source>> key = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty passphrase = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Imported> result = new ReadOnlyObjectWrapper<>(Imported.nothing());
    private final IdentityReader.Wanted usual;
    private IdentityReader.Wanted wanted;
    private long question;

    private ImportViewModel(IdentityReader reader, Background background, IdentityReader.Wanted usual) {
        this.reader = reader;
        this.background = background;
        this.usual = usual;
        wanted = usual;
        certificate.addListener(_ -> {
            wanted = usual;
            read();
        });
        key.addListener(_ -> read());
        passphrase.addListener(_ -> read());
    }

    /** One for a single certificate, without anything brought in. */
    public static ImportViewModel ofLeaf(IdentityReader reader, Background background) {
        return new ImportViewModel(reader, background, IdentityReader.Wanted.ONE);
    }

    /** One for a certificate with those of its issuers, without anything brought in. */
    public static ImportViewModel ofChain(IdentityReader reader, Background background) {
        return new ImportViewModel(reader, background, IdentityReader.Wanted.CHAIN);
    }

    /** Where the certificate comes from. */
    public ObjectProperty<Optional<Source>> certificate() {
        return certificate;
    }

    /** Where the key comes from. */
    public ObjectProperty<Optional<Source>> key() {
        return key;
    }

    /** Passphrase of the key; empty where there is none. */
    public StringProperty passphrase() {
        return passphrase;
    }

    /** What became of them. */
    public ReadOnlyObjectProperty<Imported> result() {
        return result.getReadOnlyProperty();
    }

    /** Takes files, each for what it holds; one that holds both stands for both. */
    public void take(List<Path> files) {
        background.start(_ -> files.stream().map(Source::file).toList(), sources -> {
            for (Outcome<Source> source : sources) {
                source.handle(this::take, why -> result.set(Imported.failed(why)));
            }
        });
    }

    /** Takes a file or text for what it holds. */
    public void take(Source source) {
        String text = new String(source.bytes(), StandardCharsets.ISO_8859_1);
        boolean holdsKey = text.contains(KEY_MARK);
        if (holdsKey) {
            key.set(Optional.of(source));
        }
        if (!holdsKey || text.contains(CERTIFICATE_MARK)) {
            certificate.set(Optional.of(source));
        }
    }

    /** Of several certificates, takes the one that the key belongs to. */
    public void takeLeaf() {
        wanted = IdentityReader.Wanted.LEAF;
        read();
    }

    /** Forgets everything. */
    public void clear() {
        certificate.set(Optional.empty());
        key.set(Optional.empty());
        passphrase.set("");
    }

    /** Why it cannot be used. */
    public Optional<Diagnosis> problem() {
        return result.get().error();
    }

    /** The credential; empty where something is missing or wrong. */
    public Optional<Credential> credential() {
        return result.get().error().isPresent()
                ? Optional.empty()
                : result.get()
                        .identity()
                        .map(identity -> new Credential.X509Leaf(
                                identity.leaf(), new KeyRef.Stored(Keys.pkcs8(identity.key()))));
    }

    /** The whole chain as a credential; empty where something is missing or wrong. */
    public Optional<Credential.X509Chain> chain() {
        return result.get().error().isPresent()
                ? Optional.empty()
                : result.get()
                        .identity()
                        .map(identity -> new Credential.X509Chain(
                                identity.chain(), new KeyRef.Stored(Keys.pkcs8(identity.key()))));
    }

    private void read() {
        question++;
        long mine = question;
        Optional<Source> from = certificate.get();
        Optional<Source> its = key.get();
        Optional<Secret> opens =
                Optional.of(passphrase.get()).filter(text -> !text.isEmpty()).map(Secret::of);
        IdentityReader.Wanted asked = wanted;
        background.start(_ -> reader.read(from, its, opens, asked), found -> {
            if (mine == question) {
                result.set(found);
            }
        });
    }
}
