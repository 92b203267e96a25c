package org.rwave.trainer.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rwave.ecg.score.ClassMapping;
import org.rwave.trainer.data.SimulatedWard;
import org.rwave.trainer.network.NetworkKind;
import org.rwave.trainer.network.NetworkShape;
import org.rwave.trainer.training.trees.TreeParameters;

/**
 * Reads hyper-parameters: the defaults of the class path resource {@code training.properties}, overridden by a file,
 * overridden by {@code key=value} pairs. Unknown keys and bad values are refused, all of them in one message.
 */
public final class HyperParameterFile {
    private final Map<String, String> values;
    private final CheckedValues checked;

    private HyperParameterFile(Map<String, String> values, Map<String, String> defaults) {
        this.values = values;
        this.checked = new CheckedValues(values, defaults);
    }

    /**
     * The effective hyper-parameters.
     *
     * @throws IllegalArgumentException naming every unknown key and every bad value
     */
    public static HyperParameters read(Optional<Path> file, Map<String, String> overrides) throws IOException {
        Map<String, String> values = defaults();
        List<String> unknown = new ArrayList<>();
        if (file.isPresent()) {
            try (Reader reader = Files.newBufferedReader(file.get())) {
                Properties properties = new Properties();
                properties.load(reader);
                properties.stringPropertyNames().forEach(key -> override(values, key, properties, unknown));
            }
        }
        Properties given = new Properties();
        given.putAll(overrides);
        given.stringPropertyNames().forEach(key -> override(values, key, given, unknown));
        HyperParameterFile parsed = new HyperParameterFile(values, defaults());
        unknown.stream().sorted().map(key -> "unknown key " + key).forEach(parsed.checked::problem);
        return parsed.toHyperParameters(file.map(Path::toString).orElse("hyper-parameters"));
    }

    /** The keys and values of {@code parameters} that are not the defaults, on one line. */
    public static String changes(HyperParameters parameters) throws IOException {
        Map<String, String> usual = defaults();
        return new TreeMap<>(parameters.source())
                .entrySet().stream()
                        .filter(entry -> !entry.getValue().equals(usual.get(entry.getKey())))
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("; "));
    }

    private static void override(Map<String, String> values, String key, Properties from, List<String> unknown) {
        if (values.replace(key, from.getProperty(key).strip()) == null) {
            unknown.add(key);
        }
    }

    private static Map<String, String> defaults() throws IOException {
        try (InputStream in = HyperParameterFile.class.getResourceAsStream("/org/rwave/trainer/training.properties")) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            Map<String, String> values = new TreeMap<>();
            properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
            return values;
        }
    }

    private HyperParameters toHyperParameters(String source) {
        HyperParameters.Augmentation augmentation = new HyperParameters.Augmentation(
                checked.number("augment.amplitude", 1, 10),
                checked.integer("augment.shiftSamples", 0, 20),
                checked.number("augment.featureNoise", 0, 2),
                checked.number("augment.waveformNoise", 0, 2));
        NetworkShape network = network();
        HyperParameters parameters = new HyperParameters(
                checked.integer("seed", 0, Integer.MAX_VALUE),
                checked.integer("threads", 1, 64),
                checked.integer("members.waveform", 0, 32),
                checked.integer("members.features", 0, 32),
                checked.parse("labels", "literature or EC57", HyperParameterFile::mapping),
                network,
                checked.number("network.dropout", 0, 0.9),
                checked.integer("epochs", 1, 10_000),
                checked.integer("batch", 1, 65_536),
                checked.number("learningRate", 1e-7, 1),
                checked.number("warmupEpochs", 0, 1000),
                checked.number("weightDecay", 0, 1),
                checked.number("averageDecay", 0, 0.999_999),
                checked.number("classWeightPower", 0, 1),
                checked.number("labelSmoothing", 0, 0.5),
                checked.integer("normalBeatsPerEpoch", 0, Integer.MAX_VALUE),
                augmentation,
                checked.variants("variants"),
                new SimulatedWard(
                        checked.integer("simulated.patients", 0, 10_000),
                        checked.integer("simulated.arrhythmias", 0, 10_000),
                        checked.integer("simulated.broadBeats", 0, 10_000),
                        Duration.ofMinutes(checked.integer("simulated.minutes", 1, 1440)),
                        checked.integer("simulated.seed", 0, Integer.MAX_VALUE),
                        checked.variants("simulated.variants")),
                trees(),
                checked.features("features.ignored"),
                checked.features("features.ignoredByWaveformMembers"),
                values);
        if (!checked.problems().isEmpty()) {
            throw new IllegalArgumentException(source + ": " + String.join("; ", checked.problems()));
        }
        return parameters;
    }

    private TreeParameters trees() {
        return new TreeParameters(
                checked.integer("members.trees", 0, 32),
                checked.integer("trees.rounds", 1, 10_000),
                checked.number("trees.learningRate", 1e-4, 1),
                checked.integer("trees.leaves", 2, 4096),
                checked.number("trees.featureShare", 0.01, 1),
                checked.number("trees.beatShare", 0.01, 1),
                checked.number("trees.l2", 0, 1e6),
                checked.integer("trees.smallestLeaf", 1, 1_000_000),
                checked.number("trees.weight", 1e-3, 1000),
                new TreeParameters.NormalShares(
                        checked.number("trees.normalShare.reference", 0, 1),
                        checked.number("trees.normalShare.variants", 0, 1),
                        checked.number("trees.normalShare.simulated", 0, 1)));
    }

    /** A shape even where the file is wrong, so that every problem is reported together. */
    private NetworkShape network() {
        List<Integer> inputs = checked.integers("network.inputs");
        NetworkKind kind = checked.parse("network.kind", "one of " + NetworkKind.titles(), NetworkKind::of);
        List<Integer> channels = checked.integers("network.channels");
        List<Integer> featureUnits = checked.integers("network.featureUnits");
        int stemStride = checked.integer("network.stemStride", 1, 16);
        int kernel = checked.integer("network.kernel", 1, 31);
        int embedding = checked.integer("network.embedding", 1, 4096);
        int headUnits = checked.integer("network.headUnits", 0, 4096);
        try {
            return new NetworkShape(inputs, kind, channels, stemStride, kernel, embedding, featureUnits, headUnits);
        } catch (IllegalArgumentException e) {
            checked.problem(e.getMessage());
            return new NetworkShape(List.of(0), NetworkKind.RESIDUAL, List.of(16), 1, 1, 1, List.of(1, 1), 0);
        }
    }

    private static ClassMapping mapping(String name) {
        return switch (name) {
            case "literature" -> ClassMapping.LITERATURE;
            case "EC57" -> ClassMapping.EC57;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
