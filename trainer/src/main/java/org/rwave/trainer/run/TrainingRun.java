package org.rwave.trainer.run;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.rwave.trainer.checkpoint.Checkpoint;
import org.rwave.trainer.data.LabelledBeat;
import org.rwave.trainer.data.TrainingData;
import org.rwave.trainer.network.Ensemble;
import org.rwave.trainer.training.EnsembleTask;
import org.rwave.trainer.training.EnsembleTraining;
import org.rwave.trainer.training.EpochRecord;
import org.rwave.trainer.training.NetworkStates;
import org.rwave.trainer.training.NetworkTask;
import org.rwave.trainer.training.Progress;

/**
 * Trains the networks of a run, each into its checkpoint, together with other processes that do the same: a network is
 * trained by whoever holds its lock, and a lock goes free when its process ends, however it ends.
 */
public final class TrainingRun {
    private final RunSettings settings;
    private final TrainingData data;
    private final String dataHash;
    private final RunDirectory directory;
    private final BooleanSupplier mayGoOn;
    private final EnsembleTraining training;
    private final Map<NetworkTask, Integer> epochsDone = new HashMap<>();
    private final Map<NetworkTask, EnsembleTask> networks = new LinkedHashMap<>();

    /** Where lines of progress go, how many processes share the work, and whether this one may go on. */
    public record Circumstances(PrintStream out, int workers, BooleanSupplier mayGoOn) {}

    public TrainingRun(
            RunSettings settings,
            TrainingData data,
            String dataHash,
            RunDirectory directory,
            Circumstances circumstances) {
        this.settings = settings;
        this.data = data;
        this.dataHash = dataHash;
        this.directory = directory;
        this.mayGoOn = circumstances.mayGoOn();
        Progress progress = new Progress(
                circumstances.out(),
                settings.parameters().epochs(),
                circumstances.workers(),
                this::left,
                System::nanoTime);
        this.training = new EnsembleTraining(settings.parameters(), this::states, progress);
        settings.plan()
                .forEach(ensemble ->
                        ensemble.networks(settings.parameters()).forEach(network -> networks.put(network, ensemble)));
    }

    /** The data that the networks learn from and are judged on. */
    public TrainingData data() {
        return data;
    }

    /** Trains what nobody else is training; afterwards, with {@code wait}, everything is trained. */
    public void train(List<EnsembleTask> ensembles, boolean wait) throws IOException {
        List<Boolean> passes = wait ? List.of(false, true) : List.of(false);
        for (boolean waiting : passes) {
            for (EnsembleTask ensemble : ensembles) {
                List<LabelledBeat> beats = new ArrayList<>();
                for (NetworkTask network : ensemble.networks(settings.parameters())) {
                    train(network, ensemble, beats, waiting);
                }
            }
        }
    }

    private void train(NetworkTask network, EnsembleTask ensemble, List<LabelledBeat> beats, boolean waiting)
            throws IOException {
        if (epochsDone(network) == settings.parameters().epochs() || !mayGoOn.getAsBoolean()) {
            return;
        }
        Optional<FileChannel> lock = directory.take(network, waiting);
        if (lock.isPresent()) {
            try (FileChannel held = lock.get()) {
                if (held.isOpen() && epochsDone(network) < settings.parameters().epochs()) {
                    if (beats.isEmpty()) {
                        beats.addAll(data.of(ensemble.learnsFrom()));
                    }
                    training.run(network, beats);
                }
            }
        }
    }

    /** The trained ensemble, which the caller closes. */
    public Ensemble ensemble(EnsembleTask task) throws IOException {
        return training.run(task, data.of(task.learnsFrom()));
    }

    /** Loss and duration of every epoch of the run so far. */
    public List<EpochRecord> epochs() throws IOException {
        List<EpochRecord> epochs = new ArrayList<>();
        for (NetworkTask network : networks.keySet()) {
            Optional<Checkpoint> saved = read(network);
            saved.ifPresent(checkpoint -> epochs.addAll(EpochRecord.of(network, checkpoint)));
        }
        return epochs;
    }

    private Optional<Checkpoint> read(NetworkTask network) throws IOException {
        return directory.checkpoint(network).read(identity(network));
    }

    private Map<String, String> identity(NetworkTask network) {
        return RunDirectory.identity(network, networks.get(network).learnsFrom(), settings.parameters(), dataHash);
    }

    private int epochsDone(NetworkTask network) throws IOException {
        int known = epochsDone.getOrDefault(network, 0);
        if (known < settings.parameters().epochs()) {
            known = read(network)
                    .map(checkpoint -> EpochRecord.of(network, checkpoint).size())
                    .orElse(0);
            epochsDone.put(network, known);
        }
        return known;
    }

    private Progress.Left left() {
        int waveform = 0;
        int features = 0;
        try {
            for (NetworkTask network : networks.keySet()) {
                int missing = settings.parameters().epochs() - epochsDone(network);
                waveform += network.seesWaveform() ? missing : 0;
                features += network.seesWaveform() ? 0 : missing;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Progress.Left(waveform, features);
    }

    private NetworkStates states(NetworkTask network) {
        return new NetworkStates() {
            @Override
            public Optional<Checkpoint> load(String shape) throws IOException {
                Map<String, String> identity = new LinkedHashMap<>();
                identity.put("network", shape);
                identity.putAll(identity(network));
                return directory.checkpoint(network).read(identity);
            }

            @Override
            public void save(String shape, Checkpoint state) throws IOException {
                state.put("network", shape);
                identity(network).forEach(state::put);
                directory.checkpoint(network).write(state);
                if (!mayGoOn.getAsBoolean()) {
                    throw new InterruptedRunException(
                            "the process that began run " + directory.folder() + " has ended");
                }
            }
        };
    }
}
