package dev.gangway.transfer.importing;

import dev.gangway.pki.AlternativeNames;
import dev.gangway.pki.importing.ImportItem;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * How devices are named after their certificates: text with places for attributes of the subject, for example
 * {@code {cn}} or {@code {ou}-{serialnumber}}, and {@code {file}} for the name of the file without folder and ending.
 *
 * @param pattern as typed
 */
public record NamingRule(String pattern) {
    /** The common name, which is what ThingsBoard names devices after where it trusts a chain. */
    public static final NamingRule COMMON_NAME = new NamingRule("{cn}");

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z0-9.]+)}");

    /** The name for one; empty where a place of the rule has no value in it. */
    public Optional<String> name(ImportItem item) {
        Map<String, String> values = values(item);
        Matcher place = PLACE.matcher(pattern);
        StringBuilder name = new StringBuilder();
        while (place.find()) {
            String value = values.get(place.group(1).toLowerCase(Locale.ROOT));
            if (value == null) {
                return Optional.empty();
            }
            place.appendReplacement(name, Matcher.quoteReplacement(value));
        }
        place.appendTail(name);
        return Optional.of(name.toString().strip()).filter(text -> !text.isEmpty());
    }

    private static Map<String, String> values(ImportItem item) {
        Map<String, String> values = new LinkedHashMap<>();
        if (!item.chain().isEmpty()) {
            subject(item.chain().getFirst(), values);
            if (!values.containsKey("cn")) {
                AlternativeNames.standIn(item.chain().getFirst()).ifPresent(name -> values.put("cn", name));
            }
        }
        if (!item.files().isEmpty()) {
            values.put("file", stem(item.files().getFirst()));
        }
        return values;
    }

    private static void subject(X509Certificate certificate, Map<String, String> values) {
        // The names that Java knows beyond RFC 2253's.
        Map<String, String> names = Map.of("2.5.4.5", "SERIALNUMBER", "1.2.840.113549.1.9.1", "EMAILADDRESS");
        try {
            LdapName subject =
                    new LdapName(certificate.getSubjectX500Principal().getName("RFC2253", names));
            for (Rdn part : subject.getRdns()) {
                if (part.getValue() instanceof String text) {
                    values.putIfAbsent(part.getType().toLowerCase(Locale.ROOT), text);
                }
            }
        } catch (InvalidNameException notRfc4514) {
            // Such a subject has no attribute that a rule could name.
        }
    }

    private static String stem(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        // client.crt.pem is about "client"
        return name.replaceFirst("(\\.[A-Za-z0-9]{1,5}){1,2}$", "");
    }
}
