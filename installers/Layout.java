import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.instruction.LocalVariable;
import java.lang.classfile.instruction.LocalVariableType;
import java.lang.constant.ClassDesc;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes the folder that Maven's assembly left into a program that starts quickly from wherever it is copied to: a Java
 * of its own with JavaFX in it, libraries without what this system does not use, and a start-up archive each for the
 * command line and for the window (JEP 514). Run by the build with the JDK that compiles: {@code java Layout.java FOLDER
 * VERSION JAVAFX-VERSION}.
 *
 * <p>The JVM takes an archive only with the very Java that it was made with, the same class path, and libraries of the
 * same size and time, to the second. So the class path is one jar that names the others beside it, and all have one time,
 * which the launcher gives back to a copy that lost it.
 */
final class Layout {
    /** What the program uses of Java, beside what JavaFX needs. */
    private static final List<String> MODULES = List.of(
            "java.base",
            "java.desktop",
            "java.logging",
            "java.naming",
            "java.net.http",
            "java.sql",
            "java.xml",
            "jdk.crypto.cryptoki",
            "jdk.localedata",
            "jdk.unsupported",
            "javafx.controls");

    /** Second that all libraries bear; bin/gangway knows it too. */
    static final FileTime STAMP = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private static final String WORDS = "gangway-words.jar";

    /** Where SQLite's driver reads its version at each start, beside the words: it would be looked for in every library. */
    private static final String SQLITE_VERSION = "META-INF/maven/org.xerial/sqlite-jdbc/pom.properties";

    /**
     * What is in libraries and never used: how Maven built them, the style sheets of other themes, the code pages of fonts
     * for Chinese, Japanese and Korean that a PDF names and does not hold (each of ours holds its fonts), archives that no
     * workbook is (a workbook is a ZIP file), and the window of the library that draws codes.
     */
    private static final Pattern UNUSED = Pattern.compile("META-INF/maven/.*"
            + "|org/apache/commons/compress/(harmony|java|archivers/(7z|sevenz|tar|dump|cpio|arj|ar))/.*"
            + "|uk/org/okapibarcode/gui/.*"
            + "|atlantafx/base/theme/(?!primer)[^/]*\\.[cb]ss"
            + "|org/apache/fontbox/cmap/(?!Identity-)[^/]*(?<!\\.class)");

    private final Path home;
    private final Path lib;

    private final Map<String, byte[]> words = new TreeMap<>();

    private Layout(Path home) {
        this.home = home;
        this.lib = home.resolve("lib");
    }

    public static void main(String[] args) throws Exception {
        Layout layout = new Layout(Path.of(args[0]).toAbsolutePath());
        layout.options(args[1], commit(), args[2]);
        layout.runtime();
        layout.libraries();
        Notices.write(layout.home, Path.of("target/bom.xml"));
        if (!Boolean.getBoolean("layout.noarchive")) {
            layout.archives();
        }
    }

    /** What the JVM is started with, whichever launcher starts it. */
    private void options(String version, String commit, String javafx) throws IOException {
        Files.write(
                lib.resolve("options"),
                List.of(
                        "--enable-native-access=javafx.graphics,ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        // archives lie where they were made for: to move one takes longer than most commands
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:ArchiveRelocationMode=0",
                        "-Xlog:disable",
                        "-Dgangway.version=" + version,
                        "-Dgangway.commit=" + commit,
                        "-Dgangway.javafx=" + javafx));
    }

    /** The commit that this is built from, where Git tells. */
    private static String commit() throws IOException, InterruptedException {
        try {
            Process git = new ProcessBuilder("git", "rev-parse", "--short=10", "HEAD")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? said : "";
        } catch (IOException noGit) {
            return "";
        }
    }

    /** Rewrites the jars: no signatures (their classes may not be archived), no SQLite for other systems. */
    private void libraries() throws IOException, InterruptedException {
        List<Path> jars = jars(lib);
        String others = String.join(
                " ",
                jars.stream()
                        .map(jar -> jar.getFileName().toString())
                        .filter(name -> !name.startsWith("gangway-"))
                        .toList());
        for (Path jar : jars) {
            if (jar.endsWith(WORDS)) {
                continue;
            }
            String name = jar.getFileName().toString();
            if (name.startsWith("gangway-")) {
                styleSheets(jar);
            }
            Path fresh = lib.resolve(name + ".new");
            rewrite(jar, fresh, name.startsWith("gangway-") ? others : "");
            Files.move(fresh, jar, StandardCopyOption.REPLACE_EXISTING);
            Files.setLastModifiedTime(jar, STAMP);
        }
        words();
    }

    /**
     * Puts JavaFX's binary form beside each style sheet, which it takes in its place: to parse the text of the window's
     * takes a tenth of the time to the first frame.
     */
    private void styleSheets(Path jar) throws IOException, InterruptedException {
        Path text = Files.createTempFile("gangway", ".css");
        Path binary = Files.createTempFile("gangway", ".bss");
        try (FileSystem inside = FileSystems.newFileSystem(jar);
                Stream<Path> all = Files.walk(inside.getPath("/"))) {
            for (Path sheet :
                    all.filter(path -> path.toString().endsWith(".css")).toList()) {
                Files.copy(sheet, text, StandardCopyOption.REPLACE_EXISTING);
                int code = new ProcessBuilder(
                                home.resolve("runtime/bin/java").toString(),
                                "--module",
                                "javafx.graphics/com.sun.javafx.css.parser.Css2Bin",
                                text.toString(),
                                binary.toString())
                        .inheritIO()
                        .start()
                        .waitFor();
                if (code != 0) {
                    throw new IOException(sheet + " has no binary form");
                }
                Path beside =
                        sheet.resolveSibling(sheet.getFileName().toString().replace(".css", ".bss"));
                Files.copy(binary, beside, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.delete(text);
        Files.delete(binary);
    }

    private void rewrite(Path from, Path to, String classPath) throws IOException {
        try (JarFile jar = new JarFile(from.toFile(), false);
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            out.setLevel(Deflater.BEST_COMPRESSION);
            Manifest manifest = jar.getManifest() == null ? new Manifest() : new Manifest(jar.getManifest());
            manifest.getEntries().clear();
            manifest.getMainAttributes().putIfAbsent(Attributes.Name.MANIFEST_VERSION, "1.0");
            if (!classPath.isEmpty()) {
                manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
            }
            put(out, JarFile.MANIFEST_NAME);
            manifest.write(out);
            out.closeEntry();
            for (ZipEntry entry :
                    jar.stream().sorted(Comparator.comparing(ZipEntry::getName)).toList()) {
                String name = entry.getName();
                if (name.equals(JarFile.MANIFEST_NAME) || isSignature(name)) {
                    continue;
                }
                if (name.endsWith(".properties") && name.startsWith("dev/gangway/ui/text/")
                        || name.equals(SQLITE_VERSION)) {
                    words.put(name, jar.getInputStream(entry).readAllBytes());
                    continue;
                }
                if (UNUSED.matcher(name).matches()) {
                    continue;
                }
                if (name.startsWith("org/sqlite/native/")) {
                    if (!entry.isDirectory()) {
                        unpackSqlite(jar, entry);
                    }
                    continue;
                }
                put(out, name);
                try (InputStream in = jar.getInputStream(entry)) {
                    out.write(name.endsWith(".class") ? slim(current(jar, in.readAllBytes())) : in.readAllBytes());
                }
                out.closeEntry();
            }
        }
    }

    /**
     * A class that the JVM checks by its stack maps. Those of before Java 6 have none, so the JVM checks them in another way and
     * keeps none of them in an archive: picocli is compiled for Java 5.
     */
    private static byte[] current(JarFile jar, byte[] bytes) {
        int major = (bytes[6] & 0xff) << 8 | bytes[7] & 0xff;
        if (major >= ClassFile.JAVA_6_VERSION) {
            return bytes;
        }
        ClassHierarchyResolver kinds = ClassHierarchyResolver.ofResourceParsing(type -> in(jar, type))
                .orElse(ClassHierarchyResolver.defaultResolver());
        ClassFile format = ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS, ClassFile.ClassHierarchyResolverOption.of(kinds));
        ClassTransform version = (builder, element) -> {
            if (element instanceof ClassFileVersion) {
                builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
            } else {
                builder.with(element);
            }
        };
        // bodies are only given stack maps where they are built anew
        return format.transformClass(
                format.parse(bytes), version.andThen(ClassTransform.transformingMethodBodies(CodeBuilder::with)));
    }

    /** A class without the names of its local variables, which only a debugger shows; stack traces stay as they are. */
    private static byte[] slim(byte[] bytes) {
        ClassFile format = ClassFile.of();
        return format.transformClass(format.parse(bytes), ClassTransform.transformingMethodBodies((body, element) -> {
            if (!(element instanceof LocalVariable || element instanceof LocalVariableType)) {
                body.with(element);
            }
        }));
    }

    private static InputStream in(JarFile jar, ClassDesc type) {
        String binary = type.descriptorString();
        ZipEntry entry = jar.getEntry(binary.substring(1, binary.length() - 1) + ".class");
        try {
            return entry == null ? null : jar.getInputStream(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words alone, first on the class path: to look them up among all classes takes longer than to print them. */
    private void words() throws IOException {
        if (words.isEmpty()) {
            return; // they were taken out before
        }
        Path jar = lib.resolve(WORDS);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (var text : words.entrySet()) {
                put(out, text.getKey());
                out.write(text.getValue());
                out.closeEntry();
            }
        }
        Files.setLastModifiedTime(jar, STAMP);
    }

    private static boolean isSignature(String name) {
        return name.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
    }

    /** SQLite's own library lies beside the jars, so that it need not be written to a temporary folder at each start. */
    private void unpackSqlite(ZipFile jar, ZipEntry entry) throws IOException {
        if (entry.getName().startsWith("org/sqlite/native/" + system() + "/" + processor() + "/")) {
            try (InputStream in = jar.getInputStream(entry)) {
                Files.copy(
                        in, lib.resolve(Path.of(entry.getName()).getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("win") ? "Windows" : name.startsWith("mac") ? "Mac" : "Linux";
    }

    private static String processor() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "aarch64";
            default -> System.getProperty("os.arch");
        };
    }

    private static void put(ZipOutputStream out, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(STAMP);
        out.putNextEntry(entry);
    }

    /** A Java with what is used of it, and JavaFX, whose native libraries then need no unpacking either. */
    private void runtime() throws IOException {
        if (!Files.exists(lib.resolve("javafx"))) {
            return; // it was made before
        }
        Path work = Files.createTempDirectory("gangway-layout");
        Path modules = Files.createDirectory(work.resolve("modules"));
        for (Path jar : jars(lib.resolve("javafx"))) {
            module(jar, work, modules);
        }
        Path runtime = home.resolve("runtime");
        delete(runtime);
        run(
                "jlink",
                "--module-path",
                modules.toString(),
                "--add-modules",
                String.join(",", MODULES),
                "--include-locales",
                "en,de,es",
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                // shows a picture before Java is up, where a jar asks for one
                "--exclude-files",
                "glob:/java.desktop/lib/*splashscreen*",
                // java.base stays as it is: packages press it to half of what ZIP makes of it, and each start reads it
                "--compress",
                "zip-9:filter=regex:(?!/java\\.base/).*",
                "--output",
                runtime.toString());
        delete(work);
        delete(lib.resolve("javafx"));
        providers(runtime.resolve("conf/security/java.security"));
    }

    /**
     * Leaves only those security providers in the list that are in this Java: it would search every library of the
     * program for one that is not.
     */
    private static void providers(Path file) throws IOException {
        List<String> present = List.of("SUN", "SunRsaSign", "SunEC", "SunJSSE", "SunJCE", "SunPKCS11");
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.startsWith("security.provider.")) {
                lines.add(line);
            } else if (line.startsWith("security.provider.1=")) {
                for (int i = 0; i < present.size(); i++) {
                    lines.add("security.provider." + (i + 1) + "=" + present.get(i));
                }
            }
        }
        Files.write(file, lines);
    }

    private static void module(Path jar, Path work, Path modules) throws IOException {
        Path natives = Files.createTempDirectory(work, "natives");
        Path classes = Files.createTempDirectory(work, "classes");
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            if (zip.getEntry("module-info.class") == null) {
                return; // the jar without a system's name is empty
            }
            for (ZipEntry entry :
                    zip.stream().filter(each -> !each.isDirectory()).toList()) {
                String name = entry.getName();
                boolean isNative = name.indexOf('/') < 0 && name.matches(".*\\.(so|dll|dylib)");
                Path target = (isNative ? natives : classes).resolve(name);
                Files.createDirectories(target.getParent());
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, target);
                }
            }
        }
        String name = jar.getFileName()
                .toString()
                .replaceFirst("^(javafx-[a-z]+)-.*", "$1")
                .replace('-', '.');
        run(
                "jmod",
                "create",
                "--class-path",
                classes.toString(),
                "--libs",
                natives.toString(),
                modules.resolve(name + ".jmod").toString());
    }

    /** Has the program make its start-up archives; without them it works, and says what is missing. */
    private void archives() throws IOException, InterruptedException {
        Path jar = jars(lib).stream()
                .filter(each -> each.getFileName().toString().matches("gangway-[0-9].*"))
                .findFirst()
                .orElseThrow();
        new ProcessBuilder(
                        home.resolve("runtime/bin/java").toString(),
                        "@" + lib.resolve("options"),
                        "-Dgangway.rehearsal=archives",
                        "-cp",
                        lib.resolve(WORDS) + File.pathSeparator + jar,
                        "dev.gangway.app.Main")
                .inheritIO()
                .start()
                .waitFor();
    }

    private static void run(String tool, String... args) {
        int code = ToolProvider.findFirst(tool)
                .orElseThrow(() -> new IllegalStateException("this JDK has no " + tool))
                .run(System.out, System.err, args);
        if (code != 0) {
            throw new IllegalStateException(tool + " ended with " + code);
        }
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> {
                    try {
                        Files.delete(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
        }
    }
}
