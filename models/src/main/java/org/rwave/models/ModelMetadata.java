package org.rwave.models;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rwave.ecg.beat.BeatClass;

/**
 * What a model file says about itself, kept as ONNX metadata. Every key is required: a file that was cut behind its
 * graph loses some of them and is refused.
 *
 * @param preprocessingId the {@code Preprocessing.ID} that made the training beats
 * @param labels class names in the order of the output, as {@link #expectedLabels()}
 * @param labelMapping how annotations became classes: {@code literature} or {@code EC57}
 * @param split which records the network learned from, for instance {@code DS1}
 * @param records the training records, blank-separated
 * @param dataHash SHA-256 over the training beats as the network saw them
 * @param seed of initialisation, shuffling and augmentation
 * @param threads threads of the training run; the weights are bit-identical for the same seed and thread count alone
 * @param hyperParameters the whole hyper-parameter file on one line, {@code key=value} joined with {@code "; "}
 * @param temperature divisor of the logits, fitted on out-of-fold predictions; already inside the graph
 * @param versions training engine, exporter and source revision, {@code name=version} joined with {@code "; "}
 */
public record ModelMetadata(
        String preprocessingId,
        String labels,
        String labelMapping,
        String split,
        String records,
        String dataHash,
        String seed,
        String threads,
        String hyperParameters,
        String temperature,
        String versions) {
    private static final String PREFIX = "rwave.";

    /** The labels that every model must carry: the classes in their order. */
    public static String expectedLabels() {
        return Arrays.stream(BeatClass.values()).map(Enum::name).collect(Collectors.joining(","));
    }

    /** Key and value of every entry, in the order in which they are written. */
    public Map<String, String> toMap() {
        Map<String, String> map = new LinkedHashMap<>();
        List<String> values = List.of(
                preprocessingId,
                labels,
                labelMapping,
                split,
                records,
                dataHash,
                seed,
                threads,
                hyperParameters,
                temperature,
                versions);
        List<String> keys = keys();
        for (int i = 0; i < keys.size(); i++) {
            map.put(PREFIX + keys.get(i), values.get(i));
        }
        return map;
    }

    /**
     * Reads what {@link #toMap} wrote.
     *
     * @throws ModelException naming {@code file} and the first key that is missing
     */
    static ModelMetadata of(Map<String, String> map, String file) {
        List<String> values =
                keys().stream().map(key -> require(map, PREFIX + key, file)).toList();
        return new ModelMetadata(
                values.get(0),
                values.get(1),
                values.get(2),
                values.get(3),
                values.get(4),
                values.get(5),
                values.get(6),
                values.get(7),
                values.get(8),
                values.get(9),
                values.get(10));
    }

    private static List<String> keys() {
        return Arrays.stream(ModelMetadata.class.getRecordComponents())
                .map(component -> component.getName())
                .toList();
    }

    private static String require(Map<String, String> map, String key, String file) {
        String value = map.get(key);
        if (value == null) {
            throw new ModelException("model " + file + ": metadata " + key
                    + " is missing; the file is cut short or was not written by 'rwave train'");
        }
        return value;
    }
}
