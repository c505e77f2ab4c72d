package dev.gangway.ui.kit;

import dev.gangway.background.Background;
import dev.gangway.background.Cancellation;
import dev.gangway.background.Newest;
import dev.gangway.device.Credential;
import dev.gangway.device.KeyRef;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import dev.gangway.pki.Keys;
import dev.gangway.pki.Source;
import dev.gangway.secret.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A certificate and its key brought in as files or text. For the UI thread alone; reading runs elsewhere. */
public final class ImportViewModel {
    /** As long as nobody typed, a passphrase is complete. */
    private static final Duration TYPING = Duration.ofMillis(250);

    /** What nobody hears of: something else was brought in meanwhile. */
    private static final Imported UNREAD = Imported.nothing();

    private final IdentityReader reader;
    private final Background background;
    private final ObjectProperty<Optional<Source>> certificate = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Source>> key = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty passphrase = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Imported> result = new ReadOnlyObjectWrapper<>(Imported.nothing());
    private final IdentityReader.Wanted usual;
    private IdentityReader.Wanted wanted;
    private final Newest reading = new Newest();
    private final ReentrantLock deriving = new ReentrantLock();

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
        passphrase.addListener(_ -> read(TYPING));
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
        background
                .work(_ -> files.stream()
                        .map(file -> Source.file(file).map(source -> new Recognised(source, reader.holds(source))))
                        .toList())
                .start(
                        all -> {
                            for (Outcome<Recognised> each : all) {
                                each.handle(this::take, this::failed);
                            }
                        },
                        this::failed);
    }

    /** Takes a file or text for what it holds. */
    public void take(Source source) {
        background
                .work(_ -> new Recognised(source, reader.holds(source)))
                .start((Recognised what) -> take(what), this::failed);
    }

    private void take(Recognised what) {
        if (what.holds().key()) {
            key.set(Optional.of(what.source()));
        }
        if (what.holds().certificate()) {
            certificate.set(Optional.of(what.source()));
        }
    }

    private record Recognised(Source source, IdentityReader.Holds holds) {}

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

    private void failed(Diagnosis why) {
        result.set(Imported.failed(why));
    }

    private void read() {
        read(Duration.ZERO);
    }

    /** Opening a key costs a second on purpose: it waits until nobody types, and there is one at a time. */
    private void read(Duration quiet) {
        Optional<Source> from = certificate.get();
        Optional<Source> its = key.get();
        Optional<Secret> opens =
                Optional.of(passphrase.get()).filter(text -> !text.isEmpty()).map(Secret::of);
        IdentityReader.Wanted asked = wanted;
        background
                .work(cancellation -> {
                    try {
                        return cancellation.pause(quiet) ? opened(from, its, opens, asked, cancellation) : UNREAD;
                    } finally {
                        opens.ifPresent(Secret::close);
                    }
                })
                .in(reading)
                .start(result::set, this::failed);
    }

    private Imported opened(
            Optional<Source> from,
            Optional<Source> its,
            Optional<Secret> opens,
            IdentityReader.Wanted asked,
            Cancellation cancellation) {
        deriving.lock();
        try {
            return cancellation.isCancelled() ? UNREAD : reader.read(from, its, opens, asked);
        } finally {
            deriving.unlock();
        }
    }
}
