package dev.gangway.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the platform wants a program's files: XDG base directories on Linux, {@code Application Support} on macOS,
 * {@code AppData} on Windows. {@code GANGWAY_HOME} puts all of them into one folder, for example on a memory stick.
 *
 * @param config folder of the settings
 * @param data folder of the vault and the log
 * @param vaultFile the vault that is used unless another one is named
 * @param settingsForAll where an administrator fixes settings for all users; {@code GANGWAY_HOME} does not move it
 */
public record PlatformPaths(Path config, Path data, Path vaultFile, Path settingsForAll) {
    private static final String SETTINGS = "settings.properties";
    /** Stands for the home folder that there is none of; no path of anybody begins with it. */
    private static final String NOWHERE = "no home folder";

    /** Those with everything in these folders. */
    public PlatformPaths(Path config, Path data) {
        this(config, data, config.resolve("settings-for-all.properties"));
    }

    private PlatformPaths(Path config, Path data, Path settingsForAll) {
        this(config, data, data.resolve("vault.sqlite"), settingsForAll);
    }

    /** Those of this machine and user; empty where the account has no home folder and no variable says where else. */
    public static Optional<PlatformPaths> ofThisUser() {
        return ofUser(System.getenv(), System.getProperty("os.name", ""), System.getProperty("user.home", ""));
    }

    /**
     * Those that follow from an environment, the name of an operating system, and a home folder.
     *
     * @param home as Java tells it: {@code ?} for an account without one, as in a container with a number for its user
     */
    static Optional<PlatformPaths> ofUser(Map<String, String> environment, String system, String home) {
        boolean homeless = home.isBlank() || home.equals("?");
        PlatformPaths paths = of(environment, system, Path.of(homeless ? NOWHERE : home));
        boolean needed = Stream.of(paths.config(), paths.data()).anyMatch(path -> path.startsWith(NOWHERE));
        return homeless && needed ? Optional.empty() : Optional.of(paths);
    }

    /** Those of this machine and user; nobody gets here without a home folder, see {@link #ofThisUser}. */
    public static PlatformPaths here() {
        return ofThisUser().orElseThrow(() -> new IllegalStateException("no home folder"));
    }

    /** Those that follow from an environment, the name of an operating system, and a home folder. */
    public static PlatformPaths of(Map<String, String> environment, String system, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        String own = environment.getOrDefault("GANGWAY_HOME", "");
        if (!own.isBlank()) {
            return new PlatformPaths(Path.of(own), Path.of(own), forAll(environment, name));
        }
        if (name.startsWith("win")) {
            return new PlatformPaths(
                    folder(environment, "APPDATA", home.resolve("AppData/Roaming"))
                            .resolve("Gangway"),
                    folder(environment, "LOCALAPPDATA", home.resolve("AppData/Local"))
                            .resolve("Gangway"),
                    forAll(environment, name));
        }
        if (name.startsWith("mac")) {
            Path support = home.resolve("Library/Application Support/Gangway");
            return new PlatformPaths(support, support, forAll(environment, name));
        }
        return new PlatformPaths(
                folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve("gangway"),
                folder(environment, "XDG_DATA_HOME", home.resolve(".local/share"))
                        .resolve("gangway"),
                forAll(environment, name));
    }

    private static Path forAll(Map<String, String> environment, String system) {
        if (system.startsWith("win")) {
            return folder(environment, "PROGRAMDATA", Path.of("C:\\ProgramData"))
                    .resolve("Gangway")
                    .resolve(SETTINGS);
        }
        return Path.of(system.startsWith("mac") ? "/Library/Application Support/Gangway" : "/etc/gangway", SETTINGS);
    }

    /** The settings file. */
    public Path settingsFile() {
        return config.resolve(SETTINGS);
    }

    /** The same with another vault. */
    public PlatformPaths withVault(Path other) {
        return new PlatformPaths(config, data, other, settingsForAll);
    }

    /** Where the log is kept. */
    public Path logFolder() {
        return data.resolve("log");
    }

    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return value.isBlank() ? otherwise : Path.of(value);
    }
}
