package dev.gangway.bench.matrix;

import dev.gangway.bench.profile.DeviceProfile;
import java.util.Optional;

/**
 * One choice on a {@link MatrixDimension}.
 *
 * @param name its words are in the bundles under {@code trait.<name>} in lower case, unless it is a kind of device
 * @param device the kind of device, whose title are the words
 */
public record MatrixValue(String name, Optional<DeviceProfile> device) {
    public static final MatrixValue TLS_1_3 = new MatrixValue("TLS_1_3");
    public static final MatrixValue TLS_1_2 = new MatrixValue("TLS_1_2");
    public static final MatrixValue CERTIFICATE_ALWAYS = new MatrixValue("CERTIFICATE_ALWAYS");
    public static final MatrixValue CERTIFICATE_STOCK_JAVA = new MatrixValue("CERTIFICATE_STOCK_JAVA");
    public static final MatrixValue CERTIFICATE_NEVER = new MatrixValue("CERTIFICATE_NEVER");
    public static final MatrixValue WITH_INTERMEDIATE = new MatrixValue("WITH_INTERMEDIATE");
    public static final MatrixValue LEAF_ALONE = new MatrixValue("LEAF_ALONE");
    public static final MatrixValue MQTT_5 = new MatrixValue("MQTT_5");
    public static final MatrixValue MQTT_3_1_1 = new MatrixValue("MQTT_3_1_1");
    public static final MatrixValue TOKEN_IN_USER_NAME = new MatrixValue("TOKEN_IN_USER_NAME");
    public static final MatrixValue TOKEN_IN_PASSWORD = new MatrixValue("TOKEN_IN_PASSWORD");

    /** An ordinary client, against which devices are compared. */
    public static final MatrixValue ORDINARY_CLIENT = new MatrixValue("ORDINARY_CLIENT");

    /** The same with TLS 1.2 alone, which is all that most devices speak. */
    public static final MatrixValue ORDINARY_CLIENT_TLS_1_2 = new MatrixValue("ORDINARY_CLIENT_TLS_1_2");

    private MatrixValue(String name) {
        this(name, Optional.empty());
    }

    /** This kind of device. */
    static MatrixValue of(DeviceProfile device) {
        return new MatrixValue("DEVICE-" + device.id(), Optional.of(device));
    }

    @Override
    public String toString() {
        return name;
    }
}
