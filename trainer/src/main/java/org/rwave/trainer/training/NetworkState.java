package org.rwave.trainer.training;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rwave.trainer.checkpoint.Checkpoint;
import org.rwave.trainer.network.BeatNetwork;
import org.rwave.trainer.training.ResumableAdamW.Moment;

/**
 * Everything that training carries from one epoch to the next, and its way into a checkpoint and back: weights, their
 * average, the optimiser's moments and steps, the losses so far. Random numbers are not among it: each epoch begins with
 * its own seed.
 */
final class NetworkState {
    private static final String LOSSES = "losses";
    private static final String SECONDS = "seconds";
    private static final String STEPS = "optimiser.steps";
    private static final String UPDATES = "average.updates";

    private final BeatNetwork network;
    private final ResumableAdamW optimiser;
    private final WeightAverage average;
    private final List<Double> losses = new ArrayList<>();
    private final List<Double> seconds = new ArrayList<>();
    private int steps;

    NetworkState(BeatNetwork network, ResumableAdamW optimiser, WeightAverage average) {
        this.network = network;
        this.optimiser = optimiser;
        this.average = average;
    }

    /** Steps that the optimiser had taken at {@code checkpoint}. */
    static int steps(Checkpoint checkpoint) {
        return Integer.parseInt(checkpoint.text(STEPS));
    }

    /** Mean loss of each epoch that {@code checkpoint} has behind it. */
    static List<Double> losses(Checkpoint checkpoint) {
        return numbers(checkpoint.text(LOSSES));
    }

    /** Duration of each of these epochs. */
    static List<Double> seconds(Checkpoint checkpoint) {
        return numbers(checkpoint.text(SECONDS));
    }

    private static List<Double> numbers(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ", -1)).map(Double::valueOf).toList();
    }

    /** Names and shapes of the parameters: what a checkpoint must have been made for. */
    static String describe(BeatNetwork network) {
        return network.getParameters().stream()
                .map(entry -> entry.getKey() + shape(entry.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static String shape(Parameter parameter) {
        Shape shape = parameter.getArray().getShape();
        return IntStream.range(0, shape.dimension())
                .mapToObj(i -> Long.toString(shape.get(i)))
                .collect(Collectors.joining("x", "[", "]"));
    }

    int epochsDone() {
        return losses.size();
    }

    /** Mean loss of the newest epoch. */
    double lastLoss() {
        return losses.get(losses.size() - 1);
    }

    /** An epoch of {@code stepCount} steps is done. */
    void epochDone(double loss, double tookSeconds, int stepCount) {
        losses.add(loss);
        seconds.add(tookSeconds);
        steps += stepCount;
    }

    Checkpoint save() {
        Checkpoint checkpoint = new Checkpoint()
                .put(LOSSES, text(losses))
                .put(SECONDS, text(seconds))
                .put(STEPS, Integer.toString(steps))
                .put(UPDATES, Integer.toString(average.updates()));
        int index = 0;
        for (Pair<String, Parameter> entry : network.getParameters()) {
            String name = entry.getKey();
            Parameter parameter = entry.getValue();
            checkpoint.put("weight." + name, parameter.getArray().toFloatArray());
            checkpoint.put("average." + name, average.values(index++));
            checkpoint.put("mean." + name, optimiser.moment(Moment.MEAN, parameter.getId()));
            checkpoint.put("variance." + name, optimiser.moment(Moment.VARIANCE, parameter.getId()));
        }
        return checkpoint;
    }

    /** Puts everything back. */
    void restore(Checkpoint checkpoint) {
        losses.addAll(losses(checkpoint));
        seconds.addAll(seconds(checkpoint));
        steps = steps(checkpoint);
        List<float[]> averages = new ArrayList<>();
        for (Pair<String, Parameter> entry : network.getParameters()) {
            String name = entry.getKey();
            Parameter parameter = entry.getValue();
            parameter.getArray().set(FloatBuffer.wrap(checkpoint.numbers("weight." + name)));
            averages.add(checkpoint.numbers("average." + name));
            restore(Moment.MEAN, parameter, checkpoint.numbers("mean." + name));
            restore(Moment.VARIANCE, parameter, checkpoint.numbers("variance." + name));
        }
        average.restore(Integer.parseInt(checkpoint.text(UPDATES)), averages);
    }

    private void restore(Moment moment, Parameter parameter, float[] values) {
        if (values.length > 0) {
            optimiser.restore(moment, parameter.getId(), values);
        }
    }

    private static String text(List<Double> numbers) {
        return numbers.stream().map(Object::toString).collect(Collectors.joining(" "));
    }
}
