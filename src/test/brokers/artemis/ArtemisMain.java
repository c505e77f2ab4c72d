import java.util.Map;
import java.util.Set;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.OIDCLoginModule;

/**
 * An Artemis that believes the tokens of one issuer, run from its source in a JVM of its own. Arguments: the port, the
 * issuer's URL, the audience that tokens have to name. Ends when its standard input does.
 */
public final class ArtemisMain {
    private ArtemisMain() {}

    public static void main(String[] args) throws Exception {
        Map<String, String> options = Map.of(
                "provider", args[1],
                "audience", args[2],
                "maxClockSkew", "1",
                "rolesPaths", "realm_access.roles");
        Configuration.setConfiguration(new Configuration() {
            @Override
            public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                return new AppConfigurationEntry[] {
                    new AppConfigurationEntry(
                            OIDCLoginModule.class.getName(), LoginModuleControlFlag.REQUIRED, options)
                };
            }
        });
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setPersistenceEnabled(false);
        configuration.setSecurityEnabled(true);
        configuration.setSecurityInvalidationInterval(0); // else an answer is given again without looking at the token
        configuration.addAcceptorConfiguration("mqtt", "tcp://127.0.0.1:" + args[0] + "?protocols=MQTT");
        configuration.putSecurityRoles(
                "#",
                Set.of(new Role(
                        "default-roles-plant", true, true, true, true, true, true, true, true, true, true)));
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfiguration(configuration);
        broker.setSecurityManager(new ActiveMQJAASSecurityManager("tokens"));
        broker.start();
        System.out.println("READY");
        System.in.transferTo(java.io.OutputStream.nullOutputStream());
        broker.stop();
        System.exit(0);
    }
}
