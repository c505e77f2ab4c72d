package dev.gangway.line.recipe;

import dev.gangway.device.Credential;
import dev.gangway.device.Device;
import dev.gangway.device.Registration;
import dev.gangway.pki.Keys;
import dev.gangway.secret.Secret;
import dev.gangway.stored.StoredAs;
import dev.gangway.vault.RecordType;
import dev.gangway.vault.Repository;
import dev.gangway.vault.Vault;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The recipes in a vault; each version stays, because records of units name it. Safe for use by several threads. */
public final class Recipes {
    private static final RecordType<Recipe> KIND = new RecordType<>(
            "line.recipe",
            Recipe.class,
            recipe -> recipe.name() + "@" + recipe.version(),
            recipe -> Map.of("name", recipe.name()));
    private static final RecordType<Signer> SIGNER = RecordType.of("line.signer", Signer.class, signer -> "recipes");

    private final Vault vault;
    private final Repository<Recipe> repository;
    private final Repository<Signer> signers;

    /** The key that signs what is exported. */
    private record Signer(
            @StoredAs("pkcs8") Secret pkcs8,
            @StoredAs("publicKey") byte[] publicKey) {}

    /** Those in this vault. */
    public Recipes(Vault vault) {
        this.vault = vault;
        repository = vault.repository(KIND);
        signers = vault.repository(SIGNER);
    }

    /** The newest version of each, by name. */
    public List<Recipe> all() {
        Map<String, Recipe> newest = new LinkedHashMap<>();
        try (Stream<Recipe> every = repository.all()) {
            every.forEach(recipe -> newest.merge(recipe.name(), recipe, (a, b) -> a.version() > b.version() ? a : b));
        }
        return newest.values().stream()
                .sorted(Comparator.comparing(Recipe::name))
                .toList();
    }

    /** The newest version of the one with this name. */
    public Optional<Recipe> named(String name) {
        return repository.find("name", name).stream().max(Comparator.comparingInt(Recipe::version));
    }

    /** This very version of the one with this name. */
    public Optional<Recipe> version(String name, int version) {
        return repository.get(name + "@" + version);
    }

    /** Every version of the one with this name, the newest first. */
    public List<Recipe> versions(String name) {
        return repository.find("name", name).stream()
                .sorted(Comparator.comparingInt(Recipe::version).reversed())
                .toList();
    }

    /** Keeps a recipe; where one of its name is there and differs, as the next version. */
    public Recipe save(Recipe recipe) {
        Recipe[] kept = {recipe};
        vault.atomically(() -> {
            Optional<Recipe> known = named(recipe.name());
            if (known.filter(old -> old.equals(recipe.versioned(old.version()))).isPresent()) {
                kept[0] = known.get();
                return;
            }
            Recipe next = recipe.versioned(Math.max(
                    recipe.version(), known.map(old -> old.version() + 1).orElse(1)));
            repository.put(next);
            vault.audit()
                    .append(
                            known.isPresent() ? "recipe.changed" : "recipe.added",
                            next.name(),
                            Map.of("name", next.name(), "version", String.valueOf(next.version())));
            kept[0] = next;
        });
        return kept[0];
    }

    /** A recipe as a signed file; the key that signs is made at the first export and stays in the vault. */
    public String export(Recipe recipe) {
        Signer signer = signers.get("recipes").orElseGet(this::newSigner);
        try {
            PublicKey publicKey =
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(signer.publicKey()));
            return RecipeFile.signed(recipe, Keys.fromPkcs8(signer.pkcs8()).orThrow(), publicKey);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no Ed25519", missing);
        }
    }

    private Signer newSigner() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Signer signer =
                    new Signer(Keys.pkcs8(pair.getPrivate()), pair.getPublic().getEncoded());
            signers.put(signer);
            return signer;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no Ed25519", missing);
        }
    }

    /**
     * The recipe that a device could have come by: its profile, its server, its kind of credential, and its name with the
     * serial number taken out. A starting point for a person.
     *
     * @param server name of the device's server in the vault
     */
    public static Recipe of(Device device, Optional<String> server) {
        String serial = device.serial().orElse(device.name());
        String pattern = device.name().contains(serial) ? device.name().replace(serial, "{serial}") : "{serial}";
        RecipeCredential credential = switch (device.credential()) {
            case Credential.X509Leaf leaf ->
                new RecipeCredential.SelfSigned(
                        dev.gangway.pki.KeyType.of(leaf.certificate().getPublicKey()),
                        validity(leaf.certificate()),
                        "CN={name}");
            default -> new RecipeCredential.Token(20);
        };
        return new Recipe(
                device.profile(),
                1,
                pattern,
                "",
                device.profile(),
                device.label().replace(serial, "{serial}"),
                attributes(device, serial),
                device.registration().flatMap(Registration::customer),
                credential,
                server,
                Recipe.Proof.TELEMETRY,
                Optional.empty(),
                StationRules.USUAL,
                Optional.empty(),
                Optional.empty());
    }

    private static Map<String, String> attributes(Device device, String serial) {
        return device.registration().map(Registration::server).orElse(Map.of()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().replace(serial, "{serial}")));
    }

    private static Duration validity(java.security.cert.X509Certificate certificate) {
        return Duration.between(
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }
}
