package dev.gangway.bench.logs;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Blots out secrets in lines of a log, in the order of the lines: keys that go over several are told by where they
 * begin. Rather too much than too little. Not safe for several threads.
 */
public final class Masking {
    /** What stands where a secret stood. */
    public static final String BLOT = "[masked]";

    /** The blot while a line is under work: one sign that no pattern takes apart, so that what is masked stays as it is. */
    private static final String SIGN = "\uE000";

    private static final String NAMED =
            "(?:pass(?:word|wd|phrase|code)?|passwort|kennwort|pwd|psk|secret|token|api[_-]?key|access[_-]?key"
                    + "|private[_-]?key|provision(?:device)?(?:key|secret)|credentials(?:id|value)?|wpa[_-]?key"
                    + "|wifi[_-]?key|sig|sas|pin|puk)";
    private static final String ASSIGNED =
            "(" + NAMED + "[\\w.\\]]{0,24}[\"'`)]{0,2}\\s{0,3}(?:[:=]|=>|->|\\bis\\b|\\bist\\b)\\s{0,3}";
    private static final String ARGUMENT = "(?:\"[^\"]*\"|'[^']*'|\\S+)";

    /** What comes before a secret is the first group, and stays. */
    private static final List<Secret> SECRETS = Stream.of(
                    // A JWT: three base64url parts, the first of which is a JSON object (RFC 7519).
                    "()\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{4,}(?:\\.[A-Za-z0-9_-]*)?",
                    "(?i)(authorization[\"']?[:=] ?)(?:bearer |apikey |basic )?\\S+",
                    "(?i)(\\bbearer )[A-Za-z0-9._~+/=-]{8,}",
                    // Between a URL's scheme and its host.
                    "(?i)(://)[^\\s/@\"']{1,200}(?=@)",
                    "(?i)(SharedAccessSignature )[^\\s\"']+",
                    "(/api/v1/)[^/\\s\"']+",
                    // What AWS signs a URL with, and the names of its keys.
                    "(?i)(x-amz-(?:credential|signature|security-token)[=:] ?)[^&\\s\"']+",
                    "()\\bA(?:KIA|SIA)[A-Z0-9]{16}\\b",
                    // Of a command line: mosquitto_pub -P, -u with a token, curl -u.
                    "(\\s-[Pu][ =]?)" + ARGUMENT,
                    "(\\s--(?:pw|password|psk|psk-identity|username|token)[ =])" + ARGUMENT,
                    // Quoted values behind a named field, and plain ones.
                    "(?i)" + ASSIGNED + "[\"'`\\[(<]{1,2})[^\"'`\\])>]+",
                    "(?i)" + ASSIGNED + ")[^\\s\"'`,;&}\\])\\[(<]+",
                    "(?i)(" + NAMED + "\\w{0,24}\\s{1,4}[\"'`])[^\"'`]+",
                    "(?i)(\\b(?:mqtt)?(?:password|passwd|psk)\\d? )[^\\s\"',;]{3,}(?=$| ?[;|])",
                    "(?i)(\\b(?:token|secret|psk|passphrase) )(?=\\S*\\d)[^\\s\"',;:=(]{8,}",
                    // The second argument of WiFi.begin and the like, the last two of client.connect.
                    "(?i)(wifi\\.begin\\([^,]{1,80},)[^)]*",
                    "(?i)(\\.connect\\([^,)]{1,80},)[^)]*(?=\\))",
                    "(?i)((?:username_?pw_?set|set_?credentials|set_?user_?pass\\w*)\\()[^)]*",
                    // Wi-Fi on the shell of Zephyr, of NetworkManager and of wpa_supplicant; ESPHome's scan.
                    "(?i)(wifi connect .*?(?:-p|--passphrase)[ =])" + ARGUMENT,
                    "(?i)(wifi connect \\S+ \\d+ )\\S+",
                    "(?i)(wifi .{0,80}\\bpassword )" + ARGUMENT,
                    "(?i)(wpa_passphrase " + ARGUMENT + " )" + ARGUMENT,
                    "(?i)(\\bssid\\b.{0,60}[ ,;]key[:=] ?)[^\\s,;]+",
                    // AT commands that carry a secret; everything behind their first argument goes.
                    "(?i)(AT(?:\\+(?:QMTCONN|CMQTTCONNECT|CWJAP\\w*|CWSAP\\w*|CGAUTH|QICSGP|CSTT|SAPBR|CPIN"
                            + "|MQTTUSERCFG|MQTTCONNCFG|MQTTLONGPASSWORD|MQTTPASSWORD|CMQTTACCQ|UMQTTC?|USECPRF|SQNSMQTTCFG)|%CMNG"
                            + "|%MQTTCFG|#XMQTTCON|#XCMNG|#MQCONN)=[^,]*,).+",
                    "(?i)(AT\\+SMCONF=\"(?:USERNAME|PASSWORD)\",).+")
            .map(Secret::new)
            .toList();

    /**
     * How a secret looks.
     *
     * @param pattern what matches it
     * @param texts in small letters, of which every match has at least one; empty where none is known
     */
    private record Secret(Pattern pattern, Set<String> texts) {
        Secret(String regex) {
            this(Pattern.compile(regex), Hints.of(regex).any());
        }

        boolean mayBeIn(String small) {
            return texts.isEmpty() || texts.stream().anyMatch(small::contains);
        }
    }

    private boolean inKey;

    /** The line without its secrets, unchanged where it is masked already; the next call must bring the next line. */
    public String mask(String line) {
        boolean before = inKey;
        pass(line);
        if (before) {
            return BLOT;
        }
        int begin = keyBegin(line);
        String safe = (begin < 0 ? line : line.substring(0, begin) + SIGN).replace(BLOT, SIGN);
        String small = Hints.small(line);
        for (Secret secret : SECRETS) {
            if (secret.mayBeIn(small)) {
                safe = secret.pattern().matcher(safe).replaceAll("$1" + SIGN);
            }
        }
        return safe.replace(SIGN, BLOT);
    }

    /** Instead of {@link #mask}, for a line that nobody will see: much quicker. */
    void pass(String line) {
        if (inKey) {
            inKey = !line.contains("-----END");
        } else {
            int begin = keyBegin(line);
            inKey = begin >= 0 && line.indexOf("-----END", begin) < 0;
        }
    }

    /** The text of a paste without its secrets, line by line. */
    public static String maskAll(String text) {
        Masking masking = new Masking();
        return String.join("\n", text.lines().map(masking::mask).toList());
    }

    private static int keyBegin(String line) {
        int begin = line.indexOf("-----BEGIN");
        return begin >= 0 && line.substring(begin).toUpperCase(Locale.ROOT).contains("KEY") ? begin : -1;
    }
}
