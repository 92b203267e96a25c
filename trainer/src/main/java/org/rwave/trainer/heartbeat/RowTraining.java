package org.rwave.trainer.heartbeat;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.training.initializer.XavierInitializer.FactorType;
import ai.djl.training.initializer.XavierInitializer.RandomType;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.AdamW;
import ai.djl.training.tracker.Tracker;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.rwave.trainer.kaggle.HeartbeatRow;
import org.rwave.trainer.network.RowNetwork;
import org.rwave.trainer.network.RowNetworkShape;
import org.rwave.trainer.training.LearningRate;
import org.rwave.trainer.training.WeightAverage;

/** Trains a network over rows. Everything random in it follows from the seed. */
public final class RowTraining {
    private final RowSettings settings;
    private final int classes;
    private final long seed;
    private final EpochLog log;

    public RowTraining(RowSettings settings, int classes, long seed, EpochLog log) {
        this.settings = settings;
        this.classes = classes;
        this.seed = seed;
        this.log = log;
    }

    /** A network trained on {@code rows} from the beginning; the caller closes it. */
    public TrainedRows run(List<HeartbeatRow> rows) {
        return learn(TrainedRows.of(new RowNetwork(shape(), settings.dropout(), false)), rows);
    }

    /**
     * A network that takes over the trunk of {@code donor} and learns the rest anew; the caller closes both.
     *
     * @param isFrozen whether the trunk stays exactly as it is, or goes on learning
     */
    public TrainedRows transfer(TrainedRows donor, List<HeartbeatRow> rows, boolean isFrozen) {
        seed();
        TrainedRows fresh = TrainedRows.initialised(new RowNetwork(shape(), settings.dropout(), true));
        List<Parameter> from = donor.network().trunk().getParameters().values();
        List<Parameter> to = fresh.network().trunk().getParameters().values();
        for (int i = 0; i < from.size(); i++) {
            to.get(i).getArray().set(FloatBuffer.wrap(from.get(i).getArray().toFloatArray()));
        }
        if (isFrozen) { // thawing would give the running statistics gradients too
            fresh.network().trunk().freezeParameters(true);
        }
        return learn(fresh, rows);
    }

    private RowNetworkShape shape() {
        return new RowNetworkShape(settings.trunk(), settings.hiddenUnits(), classes);
    }

    private void seed() {
        Engine.getEngine("PyTorch").setRandomSeed((int) seed);
    }

    private TrainedRows learn(TrainedRows into, List<HeartbeatRow> rows) {
        seed();
        Random random = new Random(seed);
        List<HeartbeatRow> order = new ArrayList<>(rows);
        int steps = (rows.size() + settings.batch() - 1) / settings.batch();
        try (Trainer trainer = into.model().newTrainer(configuration(steps))) {
            trainer.initialize(new Shape(settings.batch(), 1, HeartbeatRow.LENGTH));
            WeightAverage average = new WeightAverage(into.network(), settings.averageDecay());
            for (int epoch = 0; epoch < settings.epochs(); epoch++) {
                Collections.shuffle(order, random);
                double loss = 0;
                for (int at = 0; at < order.size(); at += settings.batch()) {
                    loss += step(trainer, order.subList(at, Math.min(order.size(), at + settings.batch())));
                    average.update();
                }
                log.epochDone(epoch + 1, settings.epochs(), loss / steps);
            }
            average.install();
        }
        return into;
    }

    private float step(Trainer trainer, List<HeartbeatRow> rows) {
        float[] values = new float[rows.size() * HeartbeatRow.LENGTH];
        float[] targets = new float[rows.size() * classes];
        float other = (float) (settings.labelSmoothing() / classes);
        Arrays.fill(targets, other);
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).copyTo(values, i * HeartbeatRow.LENGTH);
            targets[i * classes + rows.get(i).label()] += (float) (1 - settings.labelSmoothing());
        }
        try (NDManager manager = trainer.getManager().newSubManager()) {
            NDArray input = manager.create(
                    FloatBuffer.wrap(values), new Shape(rows.size(), 1, HeartbeatRow.LENGTH), DataType.FLOAT32);
            NDArray target =
                    manager.create(FloatBuffer.wrap(targets), new Shape(rows.size(), classes), DataType.FLOAT32);
            float loss;
            try (GradientCollector collector = trainer.newGradientCollector()) {
                NDArray logits = trainer.forward(new NDList(input)).singletonOrThrow();
                NDArray value = logits.logSoftmax(-1).mul(target).sum().neg().div(rows.size());
                collector.backward(value);
                loss = value.getFloat();
            }
            trainer.step();
            return loss;
        }
    }

    private DefaultTrainingConfig configuration(int stepsPerEpoch) {
        LearningRate rate = new LearningRate(
                settings.learningRate(), settings.epochs() > 1 ? stepsPerEpoch : 0, settings.epochs() * stepsPerEpoch);
        Tracker tracker = rate::at;
        return new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optDevices(new Device[] {Device.cpu()})
                .optInitializer(new XavierInitializer(RandomType.GAUSSIAN, FactorType.IN, 2), Parameter.Type.WEIGHT)
                .optOptimizer(AdamW.builder()
                        .optLearningRateTracker(tracker)
                        .optWeightDecays((float) settings.weightDecay())
                        .build());
    }
}
