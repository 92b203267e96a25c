package org.rwave.cli.broker;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request to the registry, taken apart.
 *
 * @param path decoded segments
 * @param query decoded parameters
 * @param body JSON, or a missing node when there is none
 */
record RegistryRequest(String method, List<String> path, Map<String, String> query, JsonNode body) {
    static RegistryRequest of(String method, URI uri, JsonNode body) {
        List<String> path = Arrays.stream(uri.getRawPath().split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> decode(segment.replace("+", "%2B")))
                .toList();
        Map<String, String> query = new HashMap<>();
        for (String pair : Optional.ofNullable(uri.getRawQuery()).orElse("").split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return new RegistryRequest(method, path, query, body);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw (RegistryFault) RegistryFault.unreadable("malformed URL").initCause(e);
        }
    }

    /** Whether the path has this shape; {@code *} stands for any one segment. */
    boolean is(String wantedMethod, String... shape) {
        return method.equals(wantedMethod) && hasPath(shape);
    }

    private boolean hasPath(String... shape) {
        if (shape.length != path.size()) {
            return false;
        }
        for (int i = 0; i < shape.length; i++) {
            if (!shape[i].equals("*") && !shape[i].equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    String segment(int index) {
        return path.get(index);
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(query.get(name));
    }

    String text(String name) {
        return query.getOrDefault(name, "");
    }

    /** The Avro schema in the body. */
    String schema() {
        if (!body.path("schemaType").asText("AVRO").equals("AVRO")) {
            throw RegistryFault.invalidSchema("the embedded registry holds Avro only, not "
                    + body.path("schemaType").asText());
        }
        if (!body.path("references").isEmpty()) {
            throw RegistryFault.invalidSchema("the embedded registry does not hold references between schemas");
        }
        if (!body.path("schema").isTextual()) {
            throw RegistryFault.invalidSchema("the body has no field \"schema\"");
        }
        return body.path("schema").asText();
    }
}
