package dev.gangway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gangway support}: what goes in is shown, and holds no secret. */
class SupportCommandTest {
    @TempDir
    private Path home;

    @Test
    void packsWhatASupporterNeedsAndNoSecret() throws Exception {
        CommandLineRig rig = new CommandLineRig(home);
        assertThat(rig.run("vault", "create").code()).isZero();
        Files.createDirectories(home.resolve("log"));
        Files.writeString(
                home.resolve("log/gangway.0.0.log"),
                "command test: tls.server-untrusted, 12 ms\n"
                        + "password=hunter2 and token: eyJhbGciOiJI.eyJzdWIiOiIx.sig\n");
        Path file = home.resolve("support.zip");
        CommandLineRig.Result refused = rig.run("support", file.toString());
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
        assertThat(file).doesNotExist();
        CommandLineRig.Result result = rig.run("support", file.toString(), "--yes");
        assertThat(result.code()).as(result.err()).isZero();
        Map<String, String> parts = unpacked(file);
        assertThat(parts).containsKeys("version.txt", "diagnosis.txt", "log/gangway.0.0.log");
        assertThat(parts.get("log/gangway.0.0.log"))
                .contains("tls.server-untrusted")
                .doesNotContain("hunter2", "eyJ");
        assertThat(parts.get("diagnosis.txt")).contains("vault: format ");
        parts.keySet().forEach(name -> assertThat(result.out()).contains(name));
        assertThat(rig.run("support", file.toString(), "--yes").code()).isNotZero();
    }

    @Test
    void namesComeInWhereTheyAreAskedFor() throws Exception {
        CommandLineRig rig = new CommandLineRig(home);
        assertThat(rig.run("vault", "create").code()).isZero();
        assertThat(rig.run("device", "create", "pump-0417").code()).isZero();
        Path file = home.resolve("support.zip");
        CommandLineRig.Result without = rig.run("support", file.toString(), "--yes");
        assertThat(without.code()).as(without.err()).isZero();
        assertThat(unpacked(file).values()).noneMatch(text -> text.contains("pump-0417"));
        Path named = home.resolve("named.zip");
        CommandLineRig.Result with = rig.run("support", named.toString(), "--yes", "--names");
        assertThat(with.code()).as(with.err()).isZero();
        assertThat(unpacked(named).get("names.txt")).contains("device | pump-0417 | ", " | never tested");
        assertThat(with.out()).contains("pump-0417");
    }

    private static Map<String, String> unpacked(Path file) throws IOException {
        Map<String, String> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                parts.put(each.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
