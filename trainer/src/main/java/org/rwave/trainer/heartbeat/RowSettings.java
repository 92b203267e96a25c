package org.rwave.trainer.heartbeat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.rwave.trainer.network.NetworkKind;
import org.rwave.trainer.network.RowNetworkShape;
import org.rwave.trainer.network.TrunkShape;

/**
 * How a network over rows is made and trained. The defaults were chosen on a tenth of {@code mitbih_train.csv}.
 *
 * @param trunk what looks at the row
 * @param hiddenUnits units of the dense layer behind it
 * @param dropout share of hidden units silenced in training
 * @param epochs passes over all rows
 * @param batch rows a step
 * @param learningRate largest rate, reached after the first epoch, then half a cosine down to 0
 * @param weightDecay of AdamW
 * @param averageDecay share of the old value that the moving average of the weights keeps at each step
 * @param labelSmoothing probability given to the other classes in the target
 */
public record RowSettings(
        TrunkShape trunk,
        int hiddenUnits,
        double dropout,
        int epochs,
        int batch,
        double learningRate,
        double weightDecay,
        double averageDecay,
        double labelSmoothing) {
    /** What proved good for {@code kind}. */
    public static RowSettings of(NetworkKind kind) {
        return switch (kind) {
            case RESIDUAL -> with(new TrunkShape(kind, List.of(32, 32, 64, 64), 2, 5), 64, 14, 0.003);
            case DEEP_CNN -> with(new TrunkShape(kind, List.of(32, 32, 32, 32, 32, 32), 2, 5), 32, 10, 0.003);
            case LSTM -> with(new TrunkShape(kind, List.of(64), 4, 5), 64, 16, 0.005);
        };
    }

    private static RowSettings with(TrunkShape trunk, int hiddenUnits, int epochs, double learningRate) {
        return new RowSettings(trunk, hiddenUnits, 0.2, epochs, 256, learningRate, 0.01, 0.999, 0.05);
    }

    /** The same with the trunk and hidden units of {@code shape}. */
    public RowSettings withShape(RowNetworkShape shape) {
        return new RowSettings(
                shape.trunk(),
                shape.hiddenUnits(),
                dropout,
                epochs,
                batch,
                learningRate,
                weightDecay,
                averageDecay,
                labelSmoothing);
    }

    /** The same with another number of epochs. */
    public RowSettings withEpochs(int count) {
        return new RowSettings(
                trunk, hiddenUnits, dropout, count, batch, learningRate, weightDecay, averageDecay, labelSmoothing);
    }

    /** The same with another largest learning rate. */
    public RowSettings withLearningRate(double rate) {
        return new RowSettings(
                trunk, hiddenUnits, dropout, epochs, batch, rate, weightDecay, averageDecay, labelSmoothing);
    }

    /** All of it, {@code key=value} joined with {@code "; "}. */
    public String onOneLine() {
        String channels = trunk.channels().stream().map(String::valueOf).collect(Collectors.joining(","));
        return String.format(
                Locale.ROOT,
                "network=%s; channels=%s; stemStride=%d; kernel=%d; hiddenUnits=%d; dropout=%s; epochs=%d; batch=%d;"
                        + " learningRate=%s; weightDecay=%s; averageDecay=%s; labelSmoothing=%s",
                trunk.kind().title(),
                channels,
                trunk.stemStride(),
                trunk.kernel(),
                hiddenUnits,
                dropout,
                epochs,
                batch,
                learningRate,
                weightDecay,
                averageDecay,
                labelSmoothing);
    }

    /**
     * Reads what {@link #onOneLine} wrote.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static RowSettings parse(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String entry : text.split("; ", -1)) {
            int equals = entry.indexOf('=');
            if (equals > 0) {
                values.put(entry.substring(0, equals), entry.substring(equals + 1));
            }
        }
        List<Integer> channels = Arrays.stream(value(values, "channels").split(",", -1))
                .map(Integer::valueOf)
                .toList();
        TrunkShape trunk = new TrunkShape(
                NetworkKind.of(value(values, "network")),
                channels,
                Integer.parseInt(value(values, "stemStride")),
                Integer.parseInt(value(values, "kernel")));
        return new RowSettings(
                trunk,
                Integer.parseInt(value(values, "hiddenUnits")),
                Double.parseDouble(value(values, "dropout")),
                Integer.parseInt(value(values, "epochs")),
                Integer.parseInt(value(values, "batch")),
                Double.parseDouble(value(values, "learningRate")),
                Double.parseDouble(value(values, "weightDecay")),
                Double.parseDouble(value(values, "averageDecay")),
                Double.parseDouble(value(values, "labelSmoothing")));
    }

    private static String value(Map<String, String> values, String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("the settings of a row network lack " + key + ", they are " + values);
        }
        return value;
    }
}
