package dev.gangway.line.label;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.ReaderException;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelTest {
    /**
     * Each kind of code alone on a label, many serial numbers, read by ZXing. Data Matrix stands in the middle, because
     * ZXing's detector begins there and looks no further.
     */
    @Test
    void whatIsDrawnIsRead() throws Exception {
        Map<String, BarcodeFormat> kinds = Map.of(
                "qr 3 3 24 {\"deviceName\":\"pump-{serial}\",\"secretKey\":\"ä€\"}", BarcodeFormat.QR_CODE,
                "datamatrix 30 5 20 {serial}", BarcodeFormat.DATA_MATRIX,
                "code128 5 3 12 {serial}", BarcodeFormat.CODE_128,
                "gs1datamatrix 30 5 20 (01)09506000134352(21){serial}(10)L1", BarcodeFormat.DATA_MATRIX,
                "gs1-128 5 3 12 (21){serial}", BarcodeFormat.CODE_128);
        int read = 0;
        List<String> unread = new ArrayList<>();
        for (Map.Entry<String, BarcodeFormat> kind : kinds.entrySet()) {
            LabelTemplate template =
                    LabelTemplate.parse("size 80 30\n" + kind.getKey()).orThrow();
            for (int i = 0; i < 60; i++) {
                String serial = "PX-" + (i * 7919 + 10_000);
                byte[] png = LabelFiles.png(
                                template.filled(Map.of("serial", serial)).orThrow(), 300)
                        .orThrow();
                String result;
                try {
                    result = Zxing.read(ImageIO.read(new ByteArrayInputStream(png)), kind.getValue());
                } catch (ReaderException e) {
                    unread.add(kind.getKey() + " " + serial);
                    continue;
                }
                String said = result.replace("\u001D", "");
                assertThat(said)
                        .isEqualTo(
                                switch (kind.getKey().split(" ")[0]) {
                                    case "qr" -> "{\"deviceName\":\"pump-" + serial + "\",\"secretKey\":\"ä€\"}";
                                    case "gs1datamatrix" -> "010950600013435221" + serial + "10L1";
                                    case "gs1-128" -> "21" + serial;
                                    default -> serial;
                                });
                read++;
            }
        }
        assertThat(unread).isEmpty();
        assertThat(read).isEqualTo(300);
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "size 2 2 | label.template-line",
                "qr 1 1 10 x | label.template-line",
                "size 50 20 | label.template-line",
                "size 50 20\\nqr 1 1 30 x | label.template-line",
                "size 50 20\\nfoo 1 1 10 x | label.template-line",
                "size 50 20\\nqr 1 1 10 {secret.token} | label.secret-not-allowed"
            },
            delimiter = '|')
    void aWrongTemplateIsRefused(String text, String code) {
        assertThat(failure(LabelTemplate.parse(text.strip().replace("\\n", "\n")))
                        .code())
                .isEqualTo(code.strip());
    }

    @Test
    void whatCannotBePrintedIsSaid() {
        assertThat(LabelTemplate.parse("size 50 20\nallow-secret\nqr 1 1 10 {secret.token}")
                        .isOk())
                .isTrue();
        LabelTemplate template =
                LabelTemplate.parse("size 30 20\ncode128 1 1 10 {name}").orThrow();
        assertThat(failure(template.filled(Map.of())).is(LabelCode.PLACE_UNKNOWN))
                .isTrue();
        assertThat(failure(LabelFiles.png(
                                template.filled(Map.of("name", "a-very-long-name"))
                                        .orThrow(),
                                300))
                        .is(LabelCode.TOO_LARGE))
                .isTrue();
        LabelTemplate dense = LabelTemplate.parse("size 30 20\nqr 1 1 3 {name}").orThrow();
        assertThat(failure(LabelFiles.zpl(dense.filled(Map.of("name", "pump-1")).orThrow(), 203))
                        .is(LabelCode.TOO_LARGE))
                .isTrue();
        assertThat(failure(LabelFiles.zpl(template.filled(Map.of("name", "日本")).orThrow(), 203))
                        .is(LabelCode.CODE_CONTENT))
                .isTrue();
        LabelTemplate secret = LabelTemplate.parse("size 30 20\nallow-secret\ncode128 1 1 10 {secret.token}")
                .orThrow();
        Diagnosis wide = failure(LabelFiles.png(
                secret.filled(Map.of("secret.token", "A1_TEST_TOKEN_of_20")).orThrow(), 300));
        assertThat(wide.is(LabelCode.TOO_LARGE)).isTrue();
        assertThat(wide.toString()).contains("{secret.token}").doesNotContain("A1_TEST");
        assertThat(failure(LabelFiles.same("a", "b")).is(LabelCode.OTHER_LABEL)).isTrue();
    }

    @Test
    void aScanIsOfTheLabelWhateverTheScannerSendsAroundIt() {
        assertThat(LabelFiles.same("SN-7", "SN-7").isOk()).isTrue();
        assertThat(LabelFiles.same("SN-7", "]Q1SN-7\r").isOk()).isTrue();
        String gs1 = "(01)09506000134352(10)L7(21)SN-7";
        assertThat(LabelFiles.same(gs1, "]d2010950600013435210L7\u001d21SN-7").isOk())
                .isTrue();
        assertThat(LabelFiles.same(gs1, "010950600013435210L7\u001d21SN-7").isOk())
                .isTrue();
        assertThat(failure(LabelFiles.same(gs1, "]d2010950600013435210L7\u001d21SN-8"))
                        .is(LabelCode.OTHER_LABEL))
                .isTrue();
        assertThat(failure(LabelFiles.same("SN-7", "]Q1SN-70")).is(LabelCode.OTHER_LABEL))
                .isTrue();
    }

    private static Diagnosis failure(Outcome<?> outcome) {
        return outcome.failure().orElseThrow();
    }
}
