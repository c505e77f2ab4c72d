package dev.gangway.line.recipe;

import dev.gangway.stored.StoredAs;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * How a kind of unit comes on board. Names authority and server as people do, so that it means the same in another
 * vault; holds no secret.
 *
 * @param name for people; one vault has one recipe of a name
 * @param version from 1; a changed recipe is a new version, and the record of a unit says which it came by
 * @param namePattern of the device on the server; {@code {serial}} stands for the serial number
 * @param serials scheme of the serial numbers, as {@code line.serial} reads it; empty for any text
 * @param profile name of the device profile; made on the server where it is missing
 * @param label free text on the server; {@code {serial}} and {@code {name}} are filled
 * @param attributes on the server, with the same places
 * @param customer title of the customer whom the device is assigned to, as the server knows it; empty for none
 * @param credential what the device signs in with
 * @param server its name in the vault; empty where whoever runs the recipe chooses, or on the practice server
 * @param test how the unit is proven
 * @param labelTemplate what is printed for a unit, as {@code line.label} reads it; empty for no label
 * @param rules of the station
 * @param program that writes to the device, between credential and server
 * @param deviceWait how long the device itself is waited for, where that is the proof; as usual where it is empty
 */
public record Recipe(
        @StoredAs("name") String name,
        @StoredAs("version") int version,
        @StoredAs("namePattern") String namePattern,
        @StoredAs("serials") String serials,
        @StoredAs("profile") String profile,
        @StoredAs("label") String label,
        @StoredAs("attributes") Map<String, String> attributes,
        @StoredAs("customer") Optional<String> customer,
        @StoredAs("credential") RecipeCredential credential,
        @StoredAs("server") Optional<String> server,
        @StoredAs("test") Proof test,
        @StoredAs("labelTemplate") Optional<String> labelTemplate,
        @StoredAs("rules") StationRules rules,
        @StoredAs("program") Optional<DeviceProgram> program,
        @StoredAs("wait") Optional<DeviceWait> deviceWait) {
    public Recipe {
        attributes = Map.copyOf(attributes);
    }

    /** One whose devices are assigned to no customer, and that waits for no device. */
    public Recipe(
            String name,
            int version,
            String namePattern,
            String serials,
            String profile,
            String label,
            Map<String, String> attributes,
            RecipeCredential credential,
            Optional<String> server,
            Proof test,
            Optional<String> labelTemplate,
            StationRules rules,
            Optional<DeviceProgram> program) {
        this(
                name,
                version,
                namePattern,
                serials,
                profile,
                label,
                attributes,
                Optional.empty(),
                credential,
                server,
                test,
                labelTemplate,
                rules,
                program,
                Optional.empty());
    }

    /** How a unit is proven. */
    public enum Proof {
        /** Not at all. */
        @StoredAs("NONE")
        NONE,
        /** It connects and is let in. */
        @StoredAs("CONNECT")
        CONNECT,
        /** It connects, publishes a value, and the server has it. */
        @StoredAs("TELEMETRY")
        TELEMETRY,
        /** The device itself shows on its server; nothing connects from here in its name. */
        @StoredAs("DEVICE")
        DEVICE
    }

    /** Name of the device with this serial number. */
    public String nameOf(String serial) {
        return namePattern.replace("{serial}", serial);
    }

    /** Label of the device with this serial number. */
    public String labelOf(String serial) {
        return label.replace("{serial}", serial).replace("{name}", nameOf(serial));
    }

    /** Attributes of the device with this serial number. */
    public Map<String, String> attributesOf(String serial) {
        return attributes.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        each -> each.getValue().replace("{serial}", serial).replace("{name}", nameOf(serial))));
    }

    /** The same as another version. */
    public Recipe versioned(int changed) {
        return with(copy -> copy.version = changed);
    }

    /** The same for another server. */
    public Recipe on(String changed) {
        return with(copy -> copy.server = Optional.of(changed));
    }

    /** The same with a program that writes to the device. */
    public Recipe writtenBy(DeviceProgram changed) {
        return with(copy -> copy.program = Optional.of(changed));
    }

    /** The same for the proof by the device itself. */
    public Recipe waitingFor(DeviceWait changed) {
        return with(copy -> {
            copy.test = Proof.DEVICE;
            copy.deviceWait = Optional.of(changed);
        });
    }

    /** The same for devices of this customer. */
    public Recipe assignedTo(String changed) {
        return with(copy -> copy.customer = Optional.of(changed));
    }

    /** The same with another credential. */
    public Recipe signingInWith(RecipeCredential changed) {
        return with(copy -> copy.credential = changed);
    }

    /** The same under another name. */
    public Recipe named(String changed) {
        return with(copy -> copy.name = changed);
    }

    private Recipe with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.recipe();
    }

    /** The parts that the methods above change, each on its own. */
    private static final class Copy {
        private final Recipe original;
        private String name;
        private int version;
        private Optional<String> customer;
        private RecipeCredential credential;
        private Optional<String> server;
        private Proof test;
        private Optional<DeviceProgram> program;
        private Optional<DeviceWait> deviceWait;

        Copy(Recipe original) {
            this.original = original;
            name = original.name;
            version = original.version;
            customer = original.customer;
            credential = original.credential;
            server = original.server;
            test = original.test;
            program = original.program;
            deviceWait = original.deviceWait;
        }

        Recipe recipe() {
            return new Recipe(
                    name,
                    version,
                    original.namePattern,
                    original.serials,
                    original.profile,
                    original.label,
                    original.attributes,
                    customer,
                    credential,
                    server,
                    test,
                    original.labelTemplate,
                    original.rules,
                    program,
                    deviceWait);
        }
    }
}
