import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Gathers what the licences of the libraries ask to go along: {@code legal/THIRD-PARTY.txt} names each with its version,
 * licence and home, beside it lie their own licence and notice files, and the texts of those that bring none. A library
 * whose licence has no text here ends the build.
 */
final class Notices {
    /** Texts by SPDX identifier. */
    private static final Path TEXTS = Path.of("installers/licenses");

    /** What the bill of materials calls otherwise than SPDX does. */
    private static String spdx(String name) {
        return switch (name) {
            case "Bouncy Castle Licence" -> "MIT";
            case "Eclipse Distribution License - Version 1.0" -> "BSD-3-Clause";
            default -> name;
        };
    }

    private Notices() {}

    /** Writes them below the program's folder, from the bill of materials (CycloneDX, XML) and its libraries. */
    static void write(Path home, Path bom) throws IOException {
        Path legal = Files.createDirectories(home.resolve("legal"));
        List<String> lines = new ArrayList<>(List.of(
                "Gangway contains the work of others. What each asks to be passed on lies beside this file;",
                "Java's own is in runtime/legal, and JavaFX is under the same licence as java.base.",
                "bom.json lists the same for machines (CycloneDX 1.6).",
                ""));
        Set<String> seen = new TreeSet<>();
        for (Element component : children(components(bom), "component")) {
            String name = text(component, "name");
            String version = text(component, "version");
            if (!seen.add(name + " " + version)) {
                continue; // JavaFX: once for every system and once for this one
            }
            Set<String> licences = licences(component);
            Path jar = home.resolve("lib").resolve(name + "-" + version + ".jar");
            boolean own = Files.exists(jar) && copy(jar, legal.resolve(name));
            String where = own ? name + "/" : text(licences);
            lines.add(name + " " + version);
            lines.add("    " + String.join(" or ", licences) + "; text: " + where);
            for (String by : List.of("publisher", "author")) {
                if (!text(component, by).isEmpty()) {
                    lines.add("    by " + text(component, by));
                }
            }
            for (Element reference : descendants(component, "reference")) {
                if (reference.getAttribute("type").equals("website")) {
                    lines.add("    " + text(reference, "url"));
                }
            }
        }
        Files.write(legal.resolve("THIRD-PARTY.txt"), lines);
        Files.copy(Path.of("LICENSE"), legal.resolve("LICENSE"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(Path.of("NOTICE"), legal.resolve("NOTICE"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(bom.resolveSibling("bom.json"), legal.resolve("bom.json"), StandardCopyOption.REPLACE_EXISTING);
        try (var texts = Files.list(TEXTS)) {
            for (Path each : texts.toList()) {
                Files.copy(each, legal.resolve(each.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static Set<String> licences(Element component) {
        Set<String> found = new LinkedHashSet<>();
        for (Element licence : descendants(component, "license")) {
            found.add(text(licence, "id").isEmpty() ? text(licence, "name") : text(licence, "id"));
        }
        if (found.isEmpty()) {
            throw new IllegalStateException(text(component, "name") + " names no licence");
        }
        return found;
    }

    /** That of the first of these licences that has one here: where several are offered, it is taken under that one. */
    private static String text(Set<String> licences) {
        for (String licence : licences) {
            if (licence.equals("GPL-2.0-with-classpath-exception")) {
                return "runtime/legal/java.base/LICENSE";
            }
            String name = spdx(licence) + ".txt";
            if (Files.exists(TEXTS.resolve(name))) {
                return name;
            }
        }
        throw new IllegalStateException("no text in " + TEXTS + " of any licence of " + licences);
    }

    /** Whether the library brings a text of its own. */
    private static boolean copy(Path jar, Path folder) throws IOException {
        boolean licence = false;
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                String name = entry.getName();
                String last = name.substring(name.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT);
                if (last.matches("(.*-)?(LICENSE|NOTICE|COPYING)(\\..*)?") && !name.endsWith(".class")) {
                    Files.createDirectories(folder);
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(
                                in,
                                folder.resolve(name.substring(name.lastIndexOf('/') + 1)),
                                StandardCopyOption.REPLACE_EXISTING);
                    }
                    licence |= !last.startsWith("NOTICE");
                }
            }
        }
        return licence;
    }

    private static Element components(Path bom) throws IOException {
        try {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(bom.toFile());
            return children(document.getDocumentElement(), "components").getFirst();
        } catch (ParserConfigurationException | SAXException broken) {
            throw new IOException(bom + " cannot be read", broken);
        }
    }

    private static String text(Element parent, String name) {
        List<Element> found = children(parent, name);
        return found.isEmpty() ? "" : found.getFirst().getTextContent().strip();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static List<Element> descendants(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }
}
