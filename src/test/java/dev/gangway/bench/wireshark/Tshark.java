package dev.gangway.bench.wireshark;

import dev.gangway.bench.export.RunExport;
import dev.gangway.bench.export.RunExport.Format;
import dev.gangway.bench.export.RunExport.Secrets;
import dev.gangway.bench.model.Run;
import dev.gangway.ui.text.Words;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What Wireshark's dissector makes of a run: its capture is exported, and read as PDML. */
final class Tshark {
    private Tshark() {}

    /** The protocols of one frame, each as a tree. */
    record Frame(List<Node> protocols) {
        /** Whether it came from this port. */
        boolean isFrom(int port) {
            return protocols.stream()
                    .flatMap(Node::all)
                    .filter(node ->
                            node.name().equals("tcp.srcport") || node.name().equals("udp.srcport"))
                    .anyMatch(node -> node.show().equals(String.valueOf(port)));
        }
    }

    /**
     * Every frame of the run's capture.
     *
     * @param folder for the capture
     * @param decodeAs rules of the form {@code tcp.port==8883,tls}
     */
    static List<Frame> dissect(Run run, Secrets secrets, Path folder, String name, List<String> decodeAs)
            throws IOException, InterruptedException {
        Path file = Files.createDirectories(folder).resolve(name + ".pcapng");
        try (OutputStream out = Files.newOutputStream(file)) {
            RunExport.write(run, Format.PCAPNG, secrets, Words.load(Locale.ENGLISH), out);
        }
        List<String> command = new ArrayList<>(List.of("tshark", "-r", file.toString(), "-T", "pdml"));
        decodeAs.forEach(rule -> command.addAll(List.of("-d", rule)));
        Path pdml = folder.resolve(name + ".pdml");
        Process process = new ProcessBuilder(command)
                .redirectOutput(pdml.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("tshark ended with " + process.exitValue());
        }
        return parse(Files.readAllBytes(pdml));
    }

    private static List<Frame> parse(byte[] pdml) throws IOException {
        try {
            Element root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(pdml))
                    .getDocumentElement();
            return children(root).stream()
                    .map(packet -> new Frame(
                            children(packet).stream().map(Tshark::node).toList()))
                    .toList();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    private static Node node(Element element) {
        return new Node(
                element.getAttribute("name"),
                element.getAttribute("showname"),
                element.getAttribute("show"),
                number(element, "pos"),
                number(element, "size"),
                element.getAttribute("value"),
                children(element).stream().map(Tshark::node).toList());
    }

    private static int number(Element element, String attribute) {
        String text = element.getAttribute(attribute);
        return text.isEmpty() ? -1 : Integer.parseInt(text);
    }

    private static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }
}
