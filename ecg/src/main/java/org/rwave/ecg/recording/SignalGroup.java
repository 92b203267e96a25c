package org.rwave.ecg.recording;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The signals that share one signal file, or that have none. */
final class SignalGroup implements Closeable {
    private static final int CHECK_VALUES = 16_384;

    private final RecordHeader header;
    private final int firstSignal;
    private final List<StoredSignal> signals;
    private final StorageFormat format;
    private final int[] offsetInFrame;
    private final int pointsPerFrame;
    private final int allSignals;
    private final SignalFile file;
    private SignalCheck check;
    private long frames;

    SignalGroup(RecordHeader header, int from, int to, int pointsPerFrame) throws IOException {
        this.header = header;
        this.firstSignal = from;
        this.signals = header.signals().subList(from, to);
        this.format = signals.get(0).format();
        this.pointsPerFrame = pointsPerFrame;
        this.allSignals = header.signals().size();
        this.offsetInFrame = new int[signals.size()];
        int valuesPerFrame = 0;
        for (int i = 0; i < signals.size(); i++) {
            requireSameStorage(i);
            offsetInFrame[i] = valuesPerFrame;
            valuesPerFrame += signals.get(i).samplesPerFrame();
        }
        this.file = format == StorageFormat.NULL
                ? null
                : new SignalFile(header.name(), path(), format, signals.get(0).byteOffset(), valuesPerFrame);
        if (format == StorageFormat.DIFFERENCE_8) {
            addUpDifferences(valuesPerFrame);
        }
    }

    private void addUpDifferences(int valuesPerFrame) {
        int[] signalOf = new int[valuesPerFrame];
        for (int i = 0; i < signals.size(); i++) {
            int from = offsetInFrame[i];
            Arrays.fill(signalOf, from, from + signals.get(i).samplesPerFrame(), i);
        }
        file.addUp(
                signalOf,
                signals.stream()
                        .mapToInt(signal -> signal.initialValue().orElse(signal.adcZeroUnits()))
                        .toArray());
    }

    boolean hasFile() {
        return file != null;
    }

    long framesInFile() {
        return file.frames();
    }

    void requireFrames(long expected) throws RecordingException {
        if (file != null) {
            file.requireFrames(expected);
        }
    }

    /** Tells the length of the record. */
    void expectFrames(long expected) {
        this.frames = expected;
        this.check = new SignalCheck(header, signals, expected);
    }

    void read(long firstFrame, int count, int[] out) throws IOException {
        boolean isSuspicious = false;
        for (int i = 0; i < signals.size(); i++) {
            int skew = signals.get(i).skewFrames();
            int present = file == null ? 0 : (int) Math.max(0, Math.min(count, frames - firstFrame - skew));
            if (firstFrame == 0 && file != null && skew > 0) {
                isSuspicious |= check(i, Math.min(skew, frames));
            }
            if (present > 0 && (i == 0 || skew != signals.get(i - 1).skewFrames() || firstFrame == 0)) {
                file.load(firstFrame + skew, present);
            }
            if (present > 0) {
                copy(i, present, out);
                isSuspicious |= check.add(i, firstFrame + skew, present, offsetInFrame[i], file);
            }
            fillMissing(i, present, count, out);
        }
        if (isSuspicious) {
            checkAll();
        }
    }

    /** Checks the file's first {@code toFrame} frames, among them those before a skewed signal's sample 0. */
    private boolean check(int index, long toFrame) throws IOException {
        boolean isSuspicious = false;
        for (long at = 0; at < toFrame; at += checkFrames()) {
            int count = (int) Math.min(checkFrames(), toFrame - at);
            file.load(at, count);
            isSuspicious |= check.add(index, at, count, offsetInFrame[index], file);
        }
        return isSuspicious;
    }

    private int checkFrames() {
        return Math.max(1, CHECK_VALUES / file.valuesPerFrame());
    }

    /** Settles a suspicion before the second block is read; having passed, checksums are not looked at again. */
    private void checkAll() throws IOException {
        for (int i = 0; i < signals.size(); i++) {
            check(i, frames);
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }

    private void copy(int index, int count, int[] out) {
        int perFrame = signals.get(index).samplesPerFrame();
        int[] values = file.values();
        int step = file.valuesPerFrame();
        int from = file.firstValue() + offsetInFrame[index];
        int to = firstSignal + index;
        int missing = format.hasMissingCode() ? format.missingCode() : Recording.MISSING;
        if (perFrame == 1 && pointsPerFrame == 1) {
            for (int f = 0; f < count; f++, from += step, to += allSignals) {
                int value = values[from];
                out[to] = value == missing ? Recording.MISSING : value;
            }
            return;
        }
        for (int f = 0; f < count; f++, from += step) {
            for (int p = 0; p < pointsPerFrame; p++, to += allSignals) {
                out[to] = point(values, from, perFrame, p, missing);
            }
        }
    }

    /**
     * Point {@code p} of a frame: the mean of its samples where they divide evenly among the points, as WFDB's
     * {@code getvec} takes it (rounded towards zero; missing when one of them is), else the sample that holds there.
     */
    private int point(int[] values, int frameStart, int perFrame, int p, int missing) {
        int shared = perFrame / pointsPerFrame;
        if (shared * pointsPerFrame != perFrame || shared == 1) {
            int value = values[frameStart + (int) ((long) perFrame * p / pointsPerFrame)];
            return value == missing ? Recording.MISSING : value;
        }
        long sum = 0;
        for (int i = frameStart + p * shared, end = i + shared; i < end; i++) {
            if (values[i] == missing) {
                return Recording.MISSING;
            }
            sum += values[i];
        }
        return (int) (sum / shared);
    }

    private void fillMissing(int index, int fromFrame, int toFrame, int[] out) {
        int to = fromFrame * pointsPerFrame * allSignals + firstSignal + index;
        for (int i = fromFrame * pointsPerFrame; i < toFrame * pointsPerFrame; i++, to += allSignals) {
            out[to] = Recording.MISSING;
        }
    }

    private void requireSameStorage(int index) throws RecordingException {
        StoredSignal first = signals.get(0);
        StoredSignal other = signals.get(index);
        if (other.format() != first.format() || (other.byteOffset() != first.byteOffset() && other.byteOffset() != 0)) {
            throw new RecordingException("record " + header.name() + ": header " + header.file()
                    + " contradicts itself:"
                    + " signals " + firstSignal + " and " + (firstSignal + index) + " share file " + first.fileName()
                    + " but not its format and byte offset (" + first.format().code() + "+" + first.byteOffset()
                    + " and " + other.format().code() + "+" + other.byteOffset() + ")");
        }
    }

    private Path path() throws RecordingException {
        String fileName = signals.get(0).fileName();
        try {
            return header.sibling(fileName);
        } catch (InvalidPathException e) {
            throw new RecordingException(
                    "record " + header.name() + ": header " + header.file() + " names no valid signal file", e);
        }
    }
}
