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
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.trainer.checkpoint.Checkpoint;
import org.rwave.trainer.data.LabelledBeat;
import org.rwave.trainer.network.BeatNetwork;
import org.rwave.trainer.network.Standardisation;
import org.rwave.trainer.network.TrainedNetwork;

/**
 * Trains one network. Everything random in it follows from its seed and the number of the epoch, so that training that
 * goes on from a checkpoint ends where training without a break would.
 */
final class NetworkTraining {
    /** Keeps the seeds of epochs and networks apart (the increment of SplitMix64). */
    private static final long SEED_STEP = 0x9E3779B97F4A7C15L;

    private final HyperParameters parameters;
    private final NetworkTask task;
    private final List<LabelledBeat> beats;
    private final MemberStates states;
    private final Progress progress;

    NetworkTraining(
            HyperParameters parameters,
            NetworkTask task,
            List<LabelledBeat> beats,
            MemberStates states,
            Progress progress) {
        this.parameters = parameters;
        this.task = task;
        this.beats = beats;
        this.states = states;
        this.progress = progress;
    }

    /** The trained network, which the caller closes. What {@code states} has of it is not trained again. */
    TrainedNetwork run() throws IOException {
        seedEngine(task.seed());
        Standardisation standardisation = Standardisation.fit(
                        beats.stream().map(LabelledBeat::features).toList(), Preprocessing.FEATURES)
                .without(parameters.ignoredFeatures())
                .without(task.seesWaveform() ? parameters.ignoredByWaveformMembers() : Set.of());
        BeatNetwork network = new BeatNetwork(
                task.seesWaveform()
                        ? parameters.network()
                        : parameters.network().withoutWaveform(),
                parameters.dropout());
        Model model = Model.newInstance("beats", Device.cpu(), "PyTorch");
        model.setBlock(network);
        network.setInitializer(new XavierInitializer(RandomType.GAUSSIAN, FactorType.IN, 2), Parameter.Type.WEIGHT);
        network.initialize(
                model.getNDManager(),
                DataType.FLOAT32,
                new Shape(parameters.batch(), Preprocessing.CHANNELS, Preprocessing.WINDOW_SAMPLES),
                new Shape(parameters.batch(), Preprocessing.FEATURES));
        train(model, network, standardisation);
        return new TrainedNetwork(model, network, standardisation);
    }

    private void train(Model model, BeatNetwork network, Standardisation standardisation) throws IOException {
        EpochOrder order = new EpochOrder(beats, parameters.normalBeatsPerEpoch());
        double[] weights = ClassWeights.of(beats, parameters.normalBeatsPerEpoch(), parameters.classWeightPower());
        BatchMaker maker = new BatchMaker(parameters, standardisation, weights, task.seesWaveform());
        String description = NetworkState.describe(network);
        Optional<Checkpoint> saved = states.load(description);
        ResumableAdamW optimiser =
                optimiser(order.beatsPerEpoch(), saved.map(NetworkState::steps).orElse(0));
        WeightAverage average = new WeightAverage(network, parameters.averageDecay());
        NetworkState state = new NetworkState(network, optimiser, average);
        saved.ifPresent(state::restore);
        progress.networkBegins();
        try (Trainer trainer = model.newTrainer(configuration(optimiser))) {
            while (state.epochsDone() < parameters.epochs()) {
                runEpoch(trainer, order, maker, average, state);
                states.save(description, state.save());
                progress.epochDone(task, state.epochsDone(), state.lastLoss());
            }
        }
        average.install();
    }

    private void runEpoch(
            Trainer trainer, EpochOrder order, BatchMaker maker, WeightAverage average, NetworkState state) {
        long start = System.nanoTime();
        Random random = new Random(task.seed() * SEED_STEP + state.epochsDone());
        seedEngine(random.nextLong());
        List<LabelledBeat> drawn = order.draw(random);
        double loss = 0;
        int steps = 0;
        for (int from = 0; from < drawn.size(); from += parameters.batch()) {
            int to = Math.min(drawn.size(), from + parameters.batch());
            if (to - from < 2) {
                continue; // batch normalisation needs more than one beat
            }
            loss += step(trainer, maker.make(drawn.subList(from, to), random));
            steps++;
            average.update();
        }
        state.epochDone(loss / steps, (System.nanoTime() - start) * 1e-9, steps);
    }

    /** Initial weights and dropout come from the engine's own random numbers. */
    private static void seedEngine(long seed) {
        Engine.getEngine("PyTorch").setRandomSeed((int) seed);
    }

    private double step(Trainer trainer, BatchMaker.Batch batch) {
        try (NDManager manager = trainer.getManager().newSubManager()) {
            Shape waveform = task.seesWaveform()
                    ? new Shape(batch.size(), Preprocessing.CHANNELS, Preprocessing.WINDOW_SAMPLES)
                    : new Shape(batch.size(), 1, 1);
            NDArray waveforms = array(manager, batch.waveforms(), waveform);
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

    private ResumableAdamW optimiser(int beatsPerEpoch, int steps) {
        int stepsPerEpoch = (beatsPerEpoch + parameters.batch() - 1) / parameters.batch();
        LearningRate rate = new LearningRate(
                parameters.learningRate(),
                (int) Math.round(parameters.warmupEpochs() * stepsPerEpoch),
                parameters.epochs() * stepsPerEpoch);
        return new ResumableAdamW(rate::at, parameters.weightDecay(), steps);
    }

    private static DefaultTrainingConfig configuration(ResumableAdamW optimiser) {
        return new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                .optDevices(new Device[] {Device.cpu()})
                .optOptimizer(optimiser);
    }
}
