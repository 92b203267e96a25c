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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.ecg.score.ClassMapping;
import org.rwave.trainer.data.CaptureVariant;
import org.rwave.trainer.data.SimulatedWard;
import org.rwave.trainer.data.VariantText;
import org.rwave.trainer.network.NetworkKind;
import org.rwave.trainer.network.NetworkShape;
import org.rwave.trainer.training.trees.TreeParameters;

/**
 * Reads hyper-parameters: the defaults of the class path resource {@code training.properties}, overridden by a file,
 * overridden by {@code key=value} pairs. Unknown keys and bad values are refused, all of them in one message.
 */
public final class HyperParameterFile {
    private final Map<String, String> values;
    private final List<String> problems = new ArrayList<>();

    private HyperParameterFile(Map<String, String> values) {
        this.values = values;
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
        HyperParameterFile parsed = new HyperParameterFile(values);
        unknown.stream().sorted().map(key -> "unknown key " + key).forEach(parsed.problems::add);
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
                number("augment.amplitude", 1, 10),
                integer("augment.shiftSamples", 0, 20),
                number("augment.featureNoise", 0, 2),
                number("augment.waveformNoise", 0, 2));
        NetworkShape network = network();
        HyperParameters parameters = new HyperParameters(
                integer("seed", 0, Integer.MAX_VALUE),
                integer("threads", 1, 64),
                integer("members.waveform", 0, 32),
                integer("members.features", 0, 32),
                parse("labels", "literature or EC57", HyperParameterFile::mapping),
                network,
                number("network.dropout", 0, 0.9),
                integer("epochs", 1, 10_000),
                integer("batch", 1, 65_536),
                number("learningRate", 1e-7, 1),
                number("warmupEpochs", 0, 1000),
                number("weightDecay", 0, 1),
                number("averageDecay", 0, 0.999_999),
                number("classWeightPower", 0, 1),
                number("labelSmoothing", 0, 0.5),
                integer("normalBeatsPerEpoch", 0, Integer.MAX_VALUE),
                augmentation,
                variants("variants"),
                new SimulatedWard(
                        integer("simulated.patients", 0, 10_000),
                        integer("simulated.arrhythmias", 0, 10_000),
                        Duration.ofMinutes(integer("simulated.minutes", 1, 1440)),
                        integer("simulated.seed", 0, Integer.MAX_VALUE),
                        variants("simulated.variants")),
                trees(),
                ignored("features.ignored"),
                ignored("features.ignoredByWaveformMembers"),
                values);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(source + ": " + String.join("; ", problems));
        }
        return parameters;
    }

    private TreeParameters trees() {
        return new TreeParameters(
                integer("members.trees", 0, 32),
                integer("trees.rounds", 1, 10_000),
                number("trees.learningRate", 1e-4, 1),
                integer("trees.leaves", 2, 4096),
                number("trees.featureShare", 0.01, 1),
                number("trees.beatShare", 0.01, 1),
                number("trees.l2", 0, 1e6),
                integer("trees.smallestLeaf", 1, 1_000_000),
                number("trees.weight", 1e-3, 1000),
                new TreeParameters.NormalShares(
                        number("trees.normalShare.reference", 0, 1),
                        number("trees.normalShare.variants", 0, 1),
                        number("trees.normalShare.simulated", 0, 1)));
    }

    /** A shape even where the file is wrong, so that every problem is reported together. */
    private NetworkShape network() {
        List<Integer> inputs = integers("network.inputs");
        NetworkKind kind = parse("network.kind", "one of " + NetworkKind.titles(), NetworkKind::of);
        List<Integer> channels = integers("network.channels");
        List<Integer> featureUnits = integers("network.featureUnits");
        int stemStride = integer("network.stemStride", 1, 16);
        int kernel = integer("network.kernel", 1, 31);
        int embedding = integer("network.embedding", 1, 4096);
        int headUnits = integer("network.headUnits", 0, 4096);
        try {
            return new NetworkShape(inputs, kind, channels, stemStride, kernel, embedding, featureUnits, headUnits);
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
            return new NetworkShape(List.of(0), NetworkKind.RESIDUAL, List.of(16), 1, 1, 1, List.of(1, 1), 0);
        }
    }

    private List<CaptureVariant> variants(String key) {
        try {
            return VariantText.parseList(values.get(key));
        } catch (IllegalArgumentException e) {
            problems.add(key + ": " + e.getMessage());
            return List.of(CaptureVariant.REFERENCE);
        }
    }

    private static ClassMapping mapping(String name) {
        return switch (name) {
            case "literature" -> ClassMapping.LITERATURE;
            case "EC57" -> ClassMapping.EC57;
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Numbers and ranges of features, as in {@code 3,28-51}. */
    private Set<Integer> ignored(String key) {
        return parse(key, "numbers or ranges from 0 to " + (Preprocessing.FEATURES - 1) + ", comma-separated", text -> {
            Set<Integer> features = new TreeSet<>();
            for (String range : text.isBlank() ? new String[0] : text.split(",", -1)) {
                String[] ends = range.strip().split("-", 2);
                int first = Integer.parseInt(ends[0]);
                int last = Integer.parseInt(ends[ends.length - 1]);
                if (first > last || last >= Preprocessing.FEATURES) {
                    throw new IllegalArgumentException(range);
                }
                IntStream.rangeClosed(first, last).forEach(features::add);
            }
            return features;
        });
    }

    private List<Integer> integers(String key) {
        return parse(
                key,
                "whole numbers, comma-separated",
                text -> text.isBlank()
                        ? List.of()
                        : Arrays.stream(text.split(",", -1))
                                .map(word -> Integer.valueOf(word.strip()))
                                .toList());
    }

    private int integer(String key, int smallest, int largest) {
        return (int) number(key, "a whole number", smallest, largest, text -> (double) Integer.parseInt(text));
    }

    private double number(String key, double smallest, double largest) {
        return number(key, "a number", smallest, largest, Double::valueOf);
    }

    private double number(String key, String kind, double smallest, double largest, Function<String, Double> parser) {
        String rule = kind + " from " + smallest + " to " + largest;
        return parse(key, rule, text -> {
            double value = parser.apply(text);
            if (!(value >= smallest && value <= largest)) {
                throw new IllegalArgumentException(text);
            }
            return value;
        });
    }

    private <T> T parse(String key, String rule, Function<String, T> parser) {
        String text = values.get(key);
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            problems.add(key + " must be " + rule + ", was '" + text + "'");
            return parser.apply(defaultOf(key));
        }
    }

    private static String defaultOf(String key) {
        try {
            return defaults().get(key);
        } catch (IOException e) {
            throw new IllegalStateException("the defaults could be read a moment ago", e);
        }
    }
}
