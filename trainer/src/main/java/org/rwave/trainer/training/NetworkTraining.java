package org.rwave.trainer.training;

import ai.djl.Device;
import ai.djl.Model;
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
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.trainer.data.LabelledBeat;
import org.rwave.trainer.network.BeatNetwork;
import org.rwave.trainer.network.Standardisation;
import org.rwave.trainer.network.TrainedNetwork;

/** Trains one network. Everything random in it follows from the seed. */
final class NetworkTraining {
    private final HyperParameters parameters;
    private final boolean seesWaveform;
    private final long seed;
    private final List<LabelledBeat> beats;
    private final Progress progress;

    NetworkTraining(
            HyperParameters parameters, boolean seesWaveform, long seed, List<LabelledBeat> beats, Progress progress) {
        this.parameters = parameters;
        this.seesWaveform = seesWaveform;
        this.seed = seed;
        this.beats = beats;
        this.progress = progress;
    }

    /** The trained network, which the caller closes. */
    TrainedNetwork run() {
        Engine.getEngine("PyTorch").setRandomSeed((int) seed);
        Random random = new Random(seed);
        Standardisation standardisation = Standardisation.fit(
                        beats.stream().map(LabelledBeat::features).toList(), Preprocessing.FEATURES)
                .without(parameters.ignoredFeatures())
                .without(seesWaveform ? parameters.ignoredByWaveformMembers() : Set.of());
        EpochOrder order = new EpochOrder(beats, parameters.normalBeatsPerEpoch(), random);
        double[] weights = ClassWeights.of(beats, parameters.normalBeatsPerEpoch(), parameters.classWeightPower());
        BatchMaker maker = new BatchMaker(parameters, standardisation, weights, random);
        BeatNetwork network = new BeatNetwork(
                seesWaveform ? parameters.network() : parameters.network().withoutWaveform(), parameters.dropout());
        Model model = Model.newInstance("beats", Device.cpu(), "PyTorch");
        model.setBlock(network);
        try (Trainer trainer = model.newTrainer(configuration(order.beatsPerEpoch()))) {
            trainer.initialize(
                    new Shape(parameters.batch(), Preprocessing.CHANNELS, Preprocessing.WINDOW_SAMPLES),
                    new Shape(parameters.batch(), Preprocessing.FEATURES));
            WeightAverage average = new WeightAverage(network, parameters.averageDecay());
            for (int epoch = 0; epoch < parameters.epochs(); epoch++) {
                progress.epochDone(runEpoch(trainer, order.next(), maker, average));
            }
            average.install();
        }
        return new TrainedNetwork(model, network, standardisation);
    }

    private double runEpoch(Trainer trainer, List<LabelledBeat> drawn, BatchMaker maker, WeightAverage average) {
        double loss = 0;
        int steps = 0;
        for (int from = 0; from < drawn.size(); from += parameters.batch()) {
            int to = Math.min(drawn.size(), from + parameters.batch());
            if (to - from < 2) {
                continue; // batch normalisation needs more than one beat
            }
            loss += step(trainer, maker.make(drawn.subList(from, to)));
            steps++;
            average.update();
        }
        return loss / steps;
    }

    private static double step(Trainer trainer, BatchMaker.Batch batch) {
        try (NDManager manager = trainer.getManager().newSubManager()) {
            NDArray waveforms = array(
                    manager,
                    batch.waveforms(),
                    new Shape(batch.size(), Preprocessing.CHANNELS, Preprocessing.WINDOW_SAMPLES));
            NDArray features = array(manager, batch.features(), new Shape(batch.size(), Preprocessing.FEATURES));
            NDArray targets = array(manager, batch.targets(), new Shape(batch.size(), BeatClass.COUNT));
            double loss;
            try (GradientCollector collector = trainer.newGradientCollector()) {
                NDArray logits =
                        trainer.forward(new NDList(waveforms, features)).singletonOrThrow();
                NDArray value = crossEntropy(logits, targets);
                collector.backward(value);
                loss = value.getFloat();
            }
            trainer.step();
            return loss;
        }
    }

    /** Cross-entropy against soft targets that carry the class weights; DJL's own takes one weight for all classes. */
    private static NDArray crossEntropy(NDArray logits, NDArray targets) {
        return logits.logSoftmax(-1).mul(targets).sum().neg().div(targets.sum());
    }

    private static NDArray array(NDManager manager, BatchMaker.Floats values, Shape shape) {
        return manager.create(FloatBuffer.wrap(values.values()), shape, DataType.FLOAT32);
    }

    private DefaultTrainingConfig configuration(int beatsPerEpoch) {
        int stepsPerEpoch = (beatsPerEpoch + parameters.batch() - 1) / parameters.batch();
        LearningRate rate = new LearningRate(
                parameters.learningRate(),
                (int) Math.round(parameters.warmupEpochs() * stepsPerEpoch),
                parameters.epochs() * stepsPerEpoch);
        Tracker tracker = rate::at;
        return new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optDevices(new Device[] {Device.cpu()})
                .optInitializer(new XavierInitializer(RandomType.GAUSSIAN, FactorType.IN, 2), Parameter.Type.WEIGHT)
                .optOptimizer(AdamW.builder()
                        .optLearningRateTracker(tracker)
                        .optWeightDecays((float) parameters.weightDecay())
                        .build());
    }
}
