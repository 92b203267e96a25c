package org.rwave.trainer.run;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.rwave.trainer.checkpoint.Checkpoint;
import org.rwave.trainer.data.LabelledBeat;
import org.rwave.trainer.data.TrainingData;
import org.rwave.trainer.network.Ensemble;
import org.rwave.trainer.training.EnsembleTask;
import org.rwave.trainer.training.EnsembleTraining;
import org.rwave.trainer.training.EpochRecord;
import org.rwave.trainer.training.MemberStates;
import org.rwave.trainer.training.MemberTask;
import org.rwave.trainer.training.NetworkTask;
import org.rwave.trainer.training.Progress;
import org.rwave.trainer.training.TreeTask;

/**
 * Trains the members of a run, each into its checkpoint, together with other processes that do the same: a member is
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
    private final Set<MemberTask> grown = new HashSet<>();
    private final Map<MemberTask, EnsembleTask> members = new LinkedHashMap<>();

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
                        ensemble.members(settings.parameters()).forEach(member -> members.put(member, ensemble)));
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
                for (MemberTask member : ensemble.members(settings.parameters())) {
                    train(member, ensemble, beats, waiting);
                }
            }
        }
    }

    private void train(MemberTask member, EnsembleTask ensemble, List<LabelledBeat> beats, boolean waiting)
            throws IOException {
        if (isTrained(member) || !mayGoOn.getAsBoolean()) {
            return;
        }
        Optional<FileChannel> lock = directory.take(member, waiting);
        if (lock.isPresent()) {
            try (FileChannel held = lock.get()) {
                if (held.isOpen() && !isTrained(member)) {
                    if (beats.isEmpty()) {
                        beats.addAll(data.of(ensemble.learnsFrom()));
                    }
                    training.run(member, beats);
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
        for (NetworkTask network : networks()) {
            Optional<Checkpoint> saved = read(network);
            saved.ifPresent(checkpoint -> epochs.addAll(EpochRecord.of(network, checkpoint)));
        }
        return epochs;
    }

    private List<NetworkTask> networks() {
        return members.keySet().stream()
                .filter(NetworkTask.class::isInstance)
                .map(NetworkTask.class::cast)
                .toList();
    }

    private Optional<Checkpoint> read(MemberTask member) throws IOException {
        return directory.checkpoint(member).read(identity(member));
    }

    private Map<String, String> identity(MemberTask member) {
        return RunDirectory.identity(member, members.get(member).learnsFrom(), settings.parameters(), dataHash);
    }

    private boolean isTrained(MemberTask member) throws IOException {
        return member instanceof NetworkTask network
                ? epochsDone(network) == settings.parameters().epochs()
                : isGrown(member);
    }

    private boolean isGrown(MemberTask forest) throws IOException {
        if (!grown.contains(forest) && read(forest).isPresent()) {
            grown.add(forest);
        }
        return grown.contains(forest);
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
        int forests = 0;
        try {
            for (NetworkTask network : networks()) {
                int missing = settings.parameters().epochs() - epochsDone(network);
                waveform += network.seesWaveform() ? missing : 0;
                features += network.seesWaveform() ? 0 : missing;
            }
            for (MemberTask member : members.keySet()) {
                forests += member instanceof TreeTask && !isGrown(member) ? 1 : 0;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Progress.Left(waveform, features, forests);
    }

    private MemberStates states(MemberTask member) {
        return new MemberStates() {
            @Override
            public Optional<Checkpoint> load(String shape) throws IOException {
                Map<String, String> identity = new LinkedHashMap<>();
                identity.put("network", shape);
                identity.putAll(identity(member));
                return directory.checkpoint(member).read(identity);
            }

            @Override
            public void save(String shape, Checkpoint state) throws IOException {
                state.put("network", shape);
                identity(member).forEach(state::put);
                directory.checkpoint(member).write(state);
                if (!mayGoOn.getAsBoolean()) {
                    throw new InterruptedRunException(
                            "the process that began run " + directory.folder() + " has ended");
                }
            }
        };
    }
}
