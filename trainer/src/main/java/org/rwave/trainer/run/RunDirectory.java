package org.rwave.trainer.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rwave.ecg.beat.Preprocessing;
import org.rwave.trainer.checkpoint.CheckpointFile;
import org.rwave.trainer.checkpoint.WholeFile;
import org.rwave.trainer.data.DataSplit;
import org.rwave.trainer.data.FoldsFile;
import org.rwave.trainer.training.HyperParameterFile;
import org.rwave.trainer.training.HyperParameters;
import org.rwave.trainer.training.MemberTask;

/** The folder of one run: {@code run.properties}, {@code checkpoints/}, and what came out of it. */
public final class RunDirectory {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final String HYPER = "hyper.";
    private static final String FOLD = "fold.";

    private final Path folder;

    private RunDirectory(Path folder) {
        this.folder = folder;
    }

    /** Refuses {@code wanted} when it holds a run already. */
    public static void requireNew(Path wanted) {
        if (Files.exists(wanted.resolve("run.properties"))) {
            throw new IllegalArgumentException(
                    wanted + " holds a run already; go on with it by --resume " + wanted + ", or name another folder");
        }
    }

    /** A new folder; {@code runs/TIME} when none is named. */
    public static RunDirectory create(Optional<Path> wanted, Instant now) throws IOException {
        Path folder = wanted.isPresent() ? wanted.get() : unused(Path.of("runs"), NAME.format(now));
        requireNew(folder);
        Files.createDirectories(folder.resolve("checkpoints"));
        return new RunDirectory(folder);
    }

    /** Makes the folder {@code name}, or one like it when another run began in the same second. */
    private static Path unused(Path parent, String name) throws IOException {
        Files.createDirectories(parent);
        for (int number = 1; ; number++) {
            Path folder = parent.resolve(number == 1 ? name : name + "-" + number);
            try {
                return Files.createDirectory(folder);
            } catch (FileAlreadyExistsException e) {
                if (number == 100) {
                    throw e;
                }
            }
        }
    }

    /** The folder of a run that was begun. */
    public static RunDirectory open(Path folder) throws IOException {
        if (!Files.isRegularFile(folder.resolve("run.properties"))) {
            throw new IllegalArgumentException(folder + " holds no run: there is no file run.properties in it");
        }
        Files.createDirectories(folder.resolve("checkpoints"));
        return new RunDirectory(folder);
    }

    public Path folder() {
        return folder;
    }

    /** Writes what the run is to do, and on what. */
    public void begin(RunSettings settings, String dataHash, Map<String, String> circumstances) throws IOException {
        Map<String, String> lines = new LinkedHashMap<>(settingLines(settings));
        lines.putAll(dataLines(dataHash));
        lines.putAll(circumstances);
        RunFile.write(
                folder.resolve("run.properties"), "What this run of 'rwave' is to do, and where it began.", lines);
    }

    /** What the run is to do. */
    public RunSettings settings() throws IOException {
        RunFile file = RunFile.read(folder.resolve("run.properties"));
        HyperParameters parameters = HyperParameterFile.read(Optional.empty(), file.startingWith(HYPER));
        List<String> folds = file.startingWith(FOLD).entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
        return new RunSettings(
                parameters,
                FoldsFile.parse(folder.resolve("run.properties").toString(), folds),
                Integer.parseInt(file.get("seeds")),
                Boolean.parseBoolean(file.get("crossValidateEach")),
                file.get("out"),
                file.get("revision"));
    }

    /** The hash of the beats that the run was begun with. */
    String dataHash() throws IOException {
        return RunFile.read(folder.resolve("run.properties")).get("dataHash");
    }

    /** Refuses to go on with other settings than the run was begun with, except for the revision of the source. */
    public void requireSettings(RunSettings settings) throws IOException {
        Map<String, String> lines = settingLines(settings);
        lines.remove("revision");
        RunFile.read(folder.resolve("run.properties"))
                .require(lines, "a run goes on with what it was begun with, or is begun anew without --resume");
    }

    /** Refuses to go on with other beats or another preprocessing. */
    public void requireData(String dataHash) throws IOException {
        RunFile.read(folder.resolve("run.properties"))
                .require(
                        dataLines(dataHash),
                        "the recordings or the code that makes beats of them have changed since the run was begun");
    }

    private static Map<String, String> settingLines(RunSettings settings) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("out", settings.out());
        lines.put("revision", settings.revision());
        lines.put("seeds", Integer.toString(settings.seeds()));
        lines.put("crossValidateEach", Boolean.toString(settings.crossValidateEach()));
        lines.put("records", DataSplit.DS1.recordList());
        settings.folds().forEach(fold -> lines.put(FOLD + fold.name(), fold.recordList()));
        lines.putAll(hyperLines(settings.parameters()));
        return lines;
    }

    private static Map<String, String> dataLines(String dataHash) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("preprocessing", Preprocessing.ID);
        lines.put("dataHash", dataHash);
        return lines;
    }

    private static Map<String, String> hyperLines(HyperParameters parameters) {
        Map<String, String> lines = new LinkedHashMap<>();
        parameters.source().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> lines.put(HYPER + entry.getKey(), entry.getValue()));
        return lines;
    }

    /** What a checkpoint of {@code member} must have been made for, beside its shape. */
    static Map<String, String> identity(
            MemberTask member, DataSplit learnsFrom, HyperParameters parameters, String dataHash) {
        Map<String, String> identity = dataLines(dataHash);
        identity.put("ensemble", member.ensemble());
        identity.put("member", Integer.toString(member.member()));
        identity.put("networkSeed", Long.toString(member.seed()));
        identity.put("learnsFrom", learnsFrom.recordList());
        identity.putAll(hyperLines(parameters));
        return identity;
    }

    CheckpointFile checkpoint(MemberTask member) {
        return new CheckpointFile(folder.resolve("checkpoints").resolve(member.fileName() + ".checkpoint"));
    }

    /** Takes the member for this process, until the channel is closed; empty when another process has it. */
    Optional<FileChannel> take(MemberTask member, boolean wait) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.resolve("checkpoints").resolve(member.fileName() + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = wait ? channel.lock() : channel.tryLock();
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(channel);
    }

    /** Writes {@code text} into the folder. */
    public void write(String name, String text) throws IOException {
        WholeFile.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }
}
