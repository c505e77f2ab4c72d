package dev.gangway.transfer.exporting;

import dev.gangway.pki.export.ExportFormat;
import java.util.List;

/** What the formats are for, as they are offered. */
public enum FormatGroup {
    /** Files that nearly every tool takes. */
    PEM(
            ExportFormat.PEM,
            ExportFormat.PEM_ENCRYPTED,
            ExportFormat.PEM_TRADITIONAL,
            ExportFormat.PEM_BUNDLE,
            ExportFormat.KEY),
    /** The public part alone. */
    PUBLIC(ExportFormat.CERTIFICATE, ExportFormat.CHAIN, ExportFormat.ONE_LINE),
    /** Binary files and key stores. */
    STORES(ExportFormat.PKCS12, ExportFormat.PKCS12_LEGACY, ExportFormat.JKS, ExportFormat.DER, ExportFormat.TB_KEYGEN),
    /** What firmware is built with. */
    FIRMWARE(ExportFormat.C_HEADER, ExportFormat.ESP_NVS),
    /** Programs and settings that run as they are. */
    PROGRAMS(ExportFormat.MOSQUITTO, ExportFormat.PAHO_PYTHON, ExportFormat.PAHO_JAVA, ExportFormat.TB_GATEWAY);

    private final List<ExportFormat> formats;

    FormatGroup(ExportFormat... formats) {
        this.formats = List.of(formats);
    }

    /** Its formats, the likeliest first. */
    public List<ExportFormat> formats() {
        return formats;
    }
}
