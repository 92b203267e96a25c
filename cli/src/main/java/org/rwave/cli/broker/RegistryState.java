package org.rwave.cli.broker;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.rwave.cli.broker.RegistryRecord.Version;
import org.rwave.schemas.serde.Compatibility;

/** What the registry knows. Not thread-safe: {@link SchemaRegister} guards it. */
final class RegistryState {
    private final NavigableMap<String, NavigableMap<Integer, Version>> subjects = new TreeMap<>();
    private final Map<Integer, String> schemaById = new HashMap<>();
    private final Map<String, Integer> idBySchema = new HashMap<>();
    private final Map<String, Compatibility> levels = new HashMap<>();
    private final Map<String, RegistryMode> modes = new HashMap<>();
    private int maxId;

    void put(Version version) {
        subjects.computeIfAbsent(version.subject(), s -> new TreeMap<>()).put(version.version(), version);
        schemaById.put(version.id(), version.schema());
        idBySchema.put(version.schema(), version.id());
        maxId = Math.max(maxId, version.id());
    }

    void remove(String subject, int version) {
        NavigableMap<Integer, Version> versions = subjects.get(subject);
        if (versions != null) {
            versions.remove(version);
            if (versions.isEmpty()) {
                subjects.remove(subject);
            }
        }
    }

    void setLevel(String subject, Compatibility level) {
        levels.compute(subject, (s, old) -> level);
    }

    void setMode(String subject, RegistryMode mode) {
        modes.compute(subject, (s, old) -> mode);
    }

    /** Every version of every subject, by subject and version. */
    Stream<Version> all(boolean withDeleted) {
        return subjects.values().stream()
                .map(NavigableMap::values)
                .flatMap(Collection::stream)
                .filter(v -> withDeleted || !v.deleted());
    }

    /** Versions of {@code subject}, oldest first. */
    List<Version> versions(String subject, boolean withDeleted) {
        return subjects.getOrDefault(subject, new TreeMap<>()).values().stream()
                .filter(v -> withDeleted || !v.deleted())
                .toList();
    }

    Optional<String> schema(int id) {
        return Optional.ofNullable(schemaById.get(id));
    }

    /** The id of {@code schema}, which is the same in every subject; a new one if it has none. */
    int idOf(String schema) {
        return idBySchema.getOrDefault(schema, maxId + 1);
    }

    int maxId() {
        return maxId;
    }

    /** What was set for {@code subject} itself. */
    Optional<Compatibility> ownLevel(String subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    /** What holds for {@code subject}. */
    Compatibility level(String subject) {
        return levels.getOrDefault(subject, levels.getOrDefault(RegistryRecord.GLOBAL, Compatibility.BACKWARD));
    }

    /** What was set for {@code subject} itself. */
    Optional<RegistryMode> ownMode(String subject) {
        return Optional.ofNullable(modes.get(subject));
    }

    /** What holds for {@code subject}. */
    RegistryMode mode(String subject) {
        return modes.getOrDefault(subject, modes.getOrDefault(RegistryRecord.GLOBAL, RegistryMode.READWRITE));
    }
}
