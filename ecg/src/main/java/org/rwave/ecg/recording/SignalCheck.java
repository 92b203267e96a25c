package org.rwave.ecg.recording;

import java.util.List;
import java.util.OptionalInt;

/**
 * Holds the signals of one file against the checksums of the header, as long as the file is read from its start to its
 * end without a jump. A first sample other than the header's initial value raises a suspicion that is settled at once,
 * by the checksum of the whole file: a stale initial value alone (there are such headers) is no damage.
 */
final class SignalCheck {
    private static final int SUM_BITS = 0xFFFF;

    private final RecordHeader header;
    private final List<StoredSignal> signals;
    private final long frames;
    private final long[] nextFrame;
    private final int[] sum;

    SignalCheck(RecordHeader header, List<StoredSignal> signals, long frames) {
        this.header = header;
        this.signals = signals;
        this.frames = frames;
        this.nextFrame = new long[signals.size()];
        this.sum = new int[signals.size()];
    }

    /**
     * Takes {@code count} frames of signal {@code index}, as stored, from the file's last load.
     *
     * @return whether the first sample contradicts the header, so that the whole file should be checked now
     */
    boolean add(int index, long firstFrame, int count, int offsetInFrame, SignalFile file) throws RecordingException {
        if (firstFrame == 0) {
            nextFrame[index] = 0;
            sum[index] = 0;
        }
        if (nextFrame[index] != firstFrame || count == 0) {
            return false;
        }
        int first = file.firstValue() + offsetInFrame;
        sum[index] += sum(file, first, count, signals.get(index).samplesPerFrame());
        nextFrame[index] += count;
        if (nextFrame[index] == frames) {
            checkSum(index, file);
        }
        return firstFrame == 0 && isSuspicious(index, file.values()[first], offsetInFrame, file);
    }

    private static int sum(SignalFile file, int first, int count, int samplesPerFrame) {
        int[] values = file.values();
        int step = file.valuesPerFrame();
        int sum = 0;
        for (int f = 0, at = first; f < count; f++, at += step) {
            for (int i = 0; i < samplesPerFrame; i++) {
                sum += values[at + i];
            }
        }
        return sum;
    }

    private boolean isSuspicious(int index, int value, int offsetInFrame, SignalFile file) throws RecordingException {
        StoredSignal signal = signals.get(index);
        OptionalInt expected = signal.initialValue();
        if (expected.isEmpty() || expected.getAsInt() == value || signal.format() == StorageFormat.DIFFERENCE_8) {
            return false;
        }
        if (signal.checksum().isEmpty()) {
            throw bad(
                    index,
                    file,
                    file.byteOffsetOf(offsetInFrame),
                    "the first sample is " + value + ", but the header says " + expected.getAsInt());
        }
        return true;
    }

    private void checkSum(int index, SignalFile file) throws RecordingException {
        OptionalInt expected = signals.get(index).checksum();
        if (expected.isPresent() && ((expected.getAsInt() ^ sum[index]) & SUM_BITS) != 0) {
            throw bad(
                    index,
                    file,
                    file.byteOffsetOf(frames * file.valuesPerFrame()),
                    "the checksum of its samples is " + (short) sum[index] + ", but the header says "
                            + (short) expected.getAsInt());
        }
    }

    private RecordingException bad(int index, SignalFile file, long byteOffset, String problem) {
        return new RecordingException("record " + header.name() + ": signal file " + file.path() + ", byte "
                + byteOffset
                + ": signal \"" + signals.get(index).name() + "\": " + problem
                + "; file and header " + header.file() + " do not belong together or one is damaged, fetch both again");
    }
}
