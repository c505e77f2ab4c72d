package dev.gangway.line.recipe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.diagnosis.Diagnosis;
import dev.gangway.diagnosis.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A recipe in a file: {@code {"recipe": {…}, "signature": {"algorithm": "Ed25519", "key": …, "value": …}}}, or the
 * recipe's object alone where nobody signed it. Signed (RFC 8032) is the recipe's JSON without spaces, its members
 * sorted by name; key (SubjectPublicKeyInfo) and value are Base64. Holds no secret.
 */
public final class RecipeFile {
    private static final String ALGORITHM = "Ed25519";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final ObjectMapper COMPACT = new ObjectMapper();

    private RecipeFile() {}

    /**
     * What a file holds.
     *
     * @param signer SubjectPublicKeyInfo of who signed it, in Base64; empty where nobody did
     */
    public record Read(Recipe recipe, Optional<String> signer) {}

    /** The file of a recipe that nobody signs. */
    public static String unsigned(Recipe recipe) {
        return pretty(RecipeJson.write(recipe));
    }

    /** A recipe as the member of another document. */
    public static ObjectNode json(Recipe recipe) {
        return RecipeJson.write(recipe);
    }

    /** The file of a recipe, signed with an Ed25519 key. */
    public static String signed(Recipe recipe, PrivateKey key, PublicKey publicKey) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        ObjectNode json = RecipeJson.write(recipe);
        file.set("recipe", json);
        try {
            Signature signing = Signature.getInstance(ALGORITHM);
            signing.initSign(key);
            signing.update(canonical(json));
            file.putObject("signature")
                    .put("algorithm", ALGORITHM)
                    .put("key", Base64.getEncoder().encodeToString(publicKey.getEncoded()))
                    .put("value", Base64.getEncoder().encodeToString(signing.sign()));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no Ed25519", missing);
        }
        return pretty(file);
    }

    /** The recipe in a file; fails where it was changed after it was signed, and names the member that is wrong. */
    public static Outcome<Read> read(String text) {
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return Diagnosis.of(RecipeCode.NOT_A_RECIPE).failed();
        }
        if (!json.has("recipe")) {
            return RecipeJson.read(json).map(recipe -> new Read(recipe, Optional.empty()));
        }
        JsonNode signature = json.path("signature");
        String key = signature.path("key").asText();
        return isSigned(json.path("recipe"), key, signature.path("value").asText())
                ? RecipeJson.read(json.path("recipe")).map(recipe -> new Read(recipe, Optional.of(key)))
                : Diagnosis.of(RecipeCode.SIGNATURE_WRONG).failed();
    }

    private static boolean isSigned(JsonNode recipe, String key, String value) {
        try {
            Signature checking = Signature.getInstance(ALGORITHM);
            checking.initVerify(KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key))));
            checking.update(canonical(recipe));
            return checking.verify(Base64.getDecoder().decode(value));
        } catch (GeneralSecurityException | IllegalArgumentException notOne) {
            return false;
        }
    }

    private static byte[] canonical(JsonNode json) {
        try {
            return COMPACT.writeValueAsString(sorted(json)).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException(bug);
        }
    }

    private static JsonNode sorted(JsonNode json) {
        if (!json.isObject()) {
            return json;
        }
        TreeMap<String, JsonNode> members = new TreeMap<>();
        json.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
        ObjectNode sorted = JsonNodeFactory.instance.objectNode();
        members.forEach(sorted::set);
        return sorted;
    }

    private static String pretty(JsonNode json) {
        try {
            return JSON.writeValueAsString(json) + "\n";
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException(bug);
        }
    }
}
