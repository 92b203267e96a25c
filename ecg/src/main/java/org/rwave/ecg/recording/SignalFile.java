package org.rwave.ecg.recording;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * One signal file, read frame by frame from any place: block-wise bytes, then values as stored. Memory: the largest
 * block asked for.
 */
final class SignalFile implements Closeable {
    private final String recordName;
    private final Path path;
    private final StorageFormat format;
    private final long byteOffset;
    private final int valuesPerFrame;
    private final FileChannel channel;
    private final long bytesInFile;
    private byte[] bytes = new byte[0];
    private int[] values = new int[0];
    private int firstValue;
    private DifferenceSums sums;

    SignalFile(String recordName, Path path, StorageFormat format, long byteOffset, int valuesPerFrame)
            throws IOException {
        this.recordName = recordName;
        this.path = path;
        this.format = format;
        this.byteOffset = byteOffset;
        this.valuesPerFrame = valuesPerFrame;
        if (!Files.isRegularFile(path)) {
            throw new RecordingException("record " + recordName + ": signal file " + path + " is not there");
        }
        this.bytesInFile = Files.size(path);
        this.channel = FileChannel.open(path, StandardOpenOption.READ);
    }

    /** Whole frames in the file. */
    long frames() {
        return format.samplesIn(Math.max(0, bytesInFile - byteOffset)) / valuesPerFrame;
    }

    /** Refuses a file that ends before {@code frames} frames. */
    void requireFrames(long frames) throws RecordingException {
        long have = frames();
        if (have < frames) {
            long needed = byteOffset + format.bytesFor(frames * valuesPerFrame);
            throw new RecordingException("record " + recordName + ": signal file " + path + " is truncated: it ends at"
                    + " byte " + bytesInFile + ", but " + frames + " samples a signal need " + needed
                    + " bytes; it holds " + have + " of them. Fetch the file again");
        }
    }

    /** Says that the file holds differences, which add up to values. */
    void addUp(int[] signalOf, int[] initialValues) {
        sums = new DifferenceSums(this, signalOf, initialValues);
    }

    /** Reads {@code frames} frames, of which all must be there, into {@link #values}. */
    void load(long firstFrame, int frames) throws IOException {
        long first = firstFrame * valuesPerFrame;
        firstValue = (int) (first % format.groupSamples());
        int count = firstValue + frames * valuesPerFrame;
        int groups = (count + format.groupSamples() - 1) / format.groupSamples();
        if (values.length < groups * format.groupSamples()) {
            values = new int[groups * format.groupSamples()];
        }
        decode(first - firstValue, count, groups, values);
        if (sums != null) {
            sums.add(firstFrame, frames, values);
        }
    }

    /** Reads values as stored, for {@link DifferenceSums}. */
    int[] differences(long firstFrame, int frames, int[] reuse) throws IOException {
        int count = frames * valuesPerFrame;
        int[] out = reuse.length >= count ? reuse : new int[count];
        decode(firstFrame * valuesPerFrame, count, count, out);
        return out;
    }

    private void decode(long firstOfGroup, int count, int groups, int[] out) throws IOException {
        if (bytes.length < groups * format.groupBytes()) {
            bytes = new byte[groups * format.groupBytes()];
        }
        readBytes(byteOffsetOf(firstOfGroup), (int) format.bytesFor(count));
        format.decode(bytes, out, count);
    }

    /** Values of the last {@link #load}: frame f, value v of the frame lies at {@code firstValue() + f * n + v}. */
    int[] values() {
        return values;
    }

    int firstValue() {
        return firstValue;
    }

    int valuesPerFrame() {
        return valuesPerFrame;
    }

    /** Where the group of samples that holds value {@code value} starts. */
    long byteOffsetOf(long value) {
        return byteOffset + value / format.groupSamples() * format.groupBytes();
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void readBytes(long position, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
        while (buffer.hasRemaining()) {
            int got = channel.read(buffer, position + buffer.position());
            if (got < 0) {
                throw new RecordingException("record " + recordName + ": signal file " + path
                        + " became shorter while it was read: it ends at byte " + (position + buffer.position()));
            }
        }
        Arrays.fill(bytes, count, bytes.length, (byte) 0);
    }
}
