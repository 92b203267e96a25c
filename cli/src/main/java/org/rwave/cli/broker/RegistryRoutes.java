package org.rwave.cli.broker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.rwave.cli.broker.RegistryRecord.Version;
import org.rwave.schemas.serde.Compatibility;

/** Confluent's REST API (Schema Registry API reference, 7.x) as far as Avro clients use it. Answers are JSON values. */
final class RegistryRoutes {
    private static final Set<String> ROOTS =
            Set.of("subjects", "schemas", "config", "mode", "compatibility", "contexts", "v1");

    private final SchemaRegister register;

    RegistryRoutes(SchemaRegister register) {
        this.register = register;
    }

    /** The answer, or a {@link RegistryFault}. */
    Object answer(RegistryRequest request) {
        if (request.path().isEmpty()) {
            return Map.of();
        }
        return switch (request.segment(0)) {
            case "subjects" -> subjects(request);
            case "schemas" -> schemas(request);
            case "compatibility" -> compatibility(request);
            case "config" -> config(request);
            case "mode" -> mode(request);
            case "contexts" -> List.of(".");
            case "v1" -> metadata(request);
            default -> throw noRoute(request); // also /associations, which newer clients try first
        };
    }

    private Object subjects(RegistryRequest r) {
        boolean deleted = r.flag("deleted");
        boolean permanent = r.flag("permanent");
        if (r.is("GET", "subjects")) {
            return register.read(state -> state.all(deleted)
                    .map(Version::subject)
                    .filter(subject -> subject.startsWith(r.text("subjectPrefix")))
                    .distinct()
                    .toList());
        }
        if (r.is("POST", "subjects", "*")) {
            return full(register.lookUp(r.segment(1), r.schema(), deleted));
        }
        if (r.is("DELETE", "subjects", "*")) {
            return numbers(register.deleteSubject(r.segment(1), permanent));
        }
        if (r.is("GET", "subjects", "*", "versions")) {
            return numbers(register.existing(r.segment(1), deleted));
        }
        if (r.is("POST", "subjects", "*", "versions")) {
            if (r.body().path("id").asInt(-1) > 0) {
                throw RegistryFault.notImporting(r.segment(1));
            }
            return Map.of("id", register.register(r.segment(1), r.schema()).id());
        }
        if (r.is("GET", "subjects", "*", "versions", "*")) {
            return full(version(r, deleted));
        }
        if (r.is("DELETE", "subjects", "*", "versions", "*")) {
            return register.deleteVersion(r.segment(1), r.segment(3), permanent);
        }
        if (r.is("GET", "subjects", "*", "versions", "*", "schema")) {
            return RegistryJson.tree(version(r, deleted).schema());
        }
        if (r.is("GET", "subjects", "*", "versions", "*", "referencedby")) {
            version(r, deleted);
            return List.of();
        }
        throw noRoute(r);
    }

    private Version version(RegistryRequest r, boolean deleted) {
        return RegistryVersions.pick(register.existing(r.segment(1), deleted), r.segment(3));
    }

    private Object schemas(RegistryRequest r) {
        if (r.is("GET", "schemas")) {
            return list(r);
        }
        if (r.is("GET", "schemas", "types")) {
            return List.of("AVRO");
        }
        if (r.is("GET", "schemas", "ids", "*")) {
            // Nothing but "schema": Confluent's client 5.3 fails on a field it does not know.
            ObjectNode answer = RegistryJson.MAPPER.createObjectNode().put("schema", schema(r));
            return r.flag("fetchMaxId") ? answer.put("maxId", register.read(RegistryState::maxId)) : answer;
        }
        if (r.is("GET", "schemas", "ids", "*", "schema")) {
            return RegistryJson.tree(schema(r));
        }
        if (r.is("GET", "schemas", "ids", "*", "subjects")) {
            return withId(r).stream().map(Version::subject).distinct().toList();
        }
        if (r.is("GET", "schemas", "ids", "*", "versions")) {
            return withId(r).stream()
                    .map(v -> Map.of("subject", v.subject(), "version", v.version()))
                    .toList();
        }
        throw noRoute(r);
    }

    private Object list(RegistryRequest r) {
        List<Version> all = register.read(state -> state.all(r.flag("deleted"))
                .filter(v -> v.subject().startsWith(r.text("subjectPrefix")))
                .toList());
        if (!r.flag("latestOnly")) {
            return all.stream().map(RegistryRoutes::full).toList();
        }
        Map<String, Version> latest = new TreeMap<>();
        all.forEach(v -> latest.put(v.subject(), v));
        return latest.values().stream().map(RegistryRoutes::full).toList();
    }

    private String schema(RegistryRequest r) {
        return register.read(state -> state.schema(id(r))).orElseThrow(() -> RegistryFault.noSuchId(r.segment(2)));
    }

    private List<Version> withId(RegistryRequest r) {
        schema(r);
        int id = id(r);
        return register.read(
                state -> state.all(r.flag("deleted")).filter(v -> v.id() == id).toList());
    }

    private static int id(RegistryRequest r) {
        try {
            return Integer.parseInt(r.segment(2));
        } catch (NumberFormatException e) {
            throw (RegistryFault) RegistryFault.noSuchPath().initCause(e);
        }
    }

    private Object compatibility(RegistryRequest r) {
        Optional<String> version;
        if (r.is("POST", "compatibility", "subjects", "*", "versions", "*")) {
            version = Optional.of(r.segment(4));
        } else if (r.is("POST", "compatibility", "subjects", "*", "versions")) {
            version = Optional.empty();
        } else {
            throw noRoute(r);
        }
        List<String> problems = register.problems(r.segment(2), version, r.schema());
        Map<String, Object> answer = new TreeMap<>(Map.of("is_compatible", problems.isEmpty()));
        if (r.flag("verbose")) {
            answer.put("messages", problems);
        }
        return answer;
    }

    private Object config(RegistryRequest r) {
        String subject = subjectOrGlobal(r);
        boolean isOwn = !subject.equals(RegistryRecord.GLOBAL) && !r.flag("defaultToGlobal");
        Compatibility level = register.read(state -> state.level(subject));
        switch (r.method()) {
            case "GET" -> {
                if (isOwn && register.read(state -> state.ownLevel(subject)).isEmpty()) {
                    throw RegistryFault.noSubjectCompatibility(subject);
                }
                return Map.of("compatibilityLevel", level);
            }
            case "PUT" -> {
                String wanted = r.body().path("compatibility").asText();
                register.setLevel(
                        subject,
                        constant(Compatibility.class, wanted).orElseThrow(RegistryFault::invalidCompatibility));
                return r.body();
            }
            case "DELETE" -> {
                if (isOwn && register.read(state -> state.ownLevel(subject)).isEmpty()) {
                    throw RegistryFault.noSuchSubject(subject);
                }
                register.setLevel(subject, null);
                return Map.of("compatibilityLevel", level);
            }
            default -> throw noRoute(r);
        }
    }

    private Object mode(RegistryRequest r) {
        String subject = subjectOrGlobal(r);
        boolean isOwn = !subject.equals(RegistryRecord.GLOBAL) && !r.flag("defaultToGlobal");
        RegistryMode mode = register.read(state -> state.mode(subject));
        switch (r.method()) {
            case "GET" -> {
                if (isOwn && register.read(state -> state.ownMode(subject)).isEmpty()) {
                    throw RegistryFault.noSubjectMode(subject);
                }
                return Map.of("mode", mode);
            }
            case "PUT" -> {
                String wanted = r.body().path("mode").asText();
                register.setMode(subject, constant(RegistryMode.class, wanted).orElseThrow(RegistryFault::invalidMode));
                return r.body();
            }
            case "DELETE" -> {
                if (isOwn && register.read(state -> state.ownMode(subject)).isEmpty()) {
                    throw RegistryFault.noSuchSubject(subject);
                }
                register.setMode(subject, null);
                return Map.of("mode", mode);
            }
            default -> throw noRoute(r);
        }
    }

    private static Object metadata(RegistryRequest r) {
        if (r.is("GET", "v1", "metadata", "id")) {
            return Map.of("id", "", "scope", Map.of("path", List.of(), "clusters", Map.of()));
        }
        if (r.is("GET", "v1", "metadata", "version")) {
            return Map.of("version", "7.5.3-rwave", "commitId", "");
        }
        throw noRoute(r);
    }

    private static String subjectOrGlobal(RegistryRequest r) {
        if (r.path().size() > 2) {
            throw RegistryFault.noSuchPath();
        }
        return r.path().size() == 2 ? r.segment(1) : RegistryRecord.GLOBAL;
    }

    private static RegistryFault noRoute(RegistryRequest r) {
        boolean isKnownToOthers = ROOTS.contains(r.segment(0)) && !r.method().equals("GET");
        return isKnownToOthers ? RegistryFault.noSuchMethod() : RegistryFault.noSuchPath();
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    private static List<Integer> numbers(List<Version> versions) {
        return versions.stream().map(Version::version).toList();
    }

    private static ObjectNode full(Version v) {
        ObjectNode node = RegistryJson.MAPPER.createObjectNode().put("subject", v.subject());
        return node.put("version", v.version()).put("id", v.id()).put("schema", v.schema());
    }
}
