package dev.gangway.bench.tls;

import dev.gangway.bench.profile.DeviceProfile.Hello;
import dev.gangway.bench.tls.decode.TlsNames;
import java.util.Hashtable;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The extensions of a ClientHello as a kind of device sends them: those, no others, and where it matters, with its content. */
final class DeviceExtensions {
    /** What stands in an extension that Bouncy Castle does not send by itself. */
    private static final Map<String, String> USUAL = Map.of(
            "session_ticket", "",
            "signed_certificate_timestamp", "",
            "extended_master_secret", "",
            "encrypt_then_mac", "",
            "renegotiation_info", "00",
            "ec_point_formats", "0100",
            "psk_key_exchange_modes", "0101",
            "status_request", "0100000000");

    /** Bouncy Castle adds them after all others, by what else was offered. */
    private static final int SUPPORTED_VERSIONS = 43;

    private static final int KEY_SHARE = 51;

    private DeviceExtensions() {}

    /** {@code offered} by type, as Bouncy Castle would send it; what was chosen here, such as ALPN, comes along. */
    static Hashtable<Integer, byte[]> of(Hello hello, Map<?, ?> offered) {
        Map<String, byte[]> there = new TreeMap<>();
        offered.forEach((type, data) -> there.put(TlsNames.extension((Integer) type), (byte[]) data));
        Hashtable<Integer, byte[]> shaped = new Hashtable<>();
        for (int type = 0; type <= 0xFFFF; type++) {
            String name = TlsNames.extension(type);
            boolean alpn = name.equals("application_layer_protocol_negotiation") && there.containsKey(name);
            boolean later = type == SUPPORTED_VERSIONS || type == KEY_SHARE;
            if ((hello.has(name) || alpn) && !later) {
                byte[] data = content(name, hello, there);
                if (data != null) {
                    shaped.put(type, data);
                }
            }
        }
        return shaped;
    }

    /** The device's own, else ours, else the usual; null where there is nothing to be said, as without a server name. */
    private static byte @org.jspecify.annotations.Nullable [] content(
            String name, Hello hello, Map<String, byte[]> there) {
        String own = hello.values().getOrDefault(name, there.containsKey(name) ? null : USUAL.get(name));
        return own == null ? there.get(name) : HexFormat.of().parseHex(own);
    }
}
