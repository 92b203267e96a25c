package org.rwave.ecg.recording;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Writes a WFDB record as it comes: all leads into one signal file, the header when it is closed. Until then there is no
 * header, so that an unfinished record is not taken for a whole one. Memory: one buffer of 64 KiB.
 */
public final class WfdbRecordWriter implements Closeable {
    /** What WFDB allows in record names, and the hyphen that many data bases use. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

    private static final int BUFFER_BYTES = 1 << 16;

    private final Path record;
    private final RecordDescription description;
    private final StorageFormat format;
    private final int leadCount;
    private final int[] first;
    private final int[] previous;
    private final int[] sum;
    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final byte[] group;
    private int buffered;
    private int inGroup;
    private long samples;
    private boolean isClosed;

    /**
     * Starts the record {@code record}: a path without ending, whose last part is the record's name.
     *
     * @throws IllegalArgumentException when WFDB does not allow the name
     */
    public WfdbRecordWriter(Path record, RecordDescription description) throws IOException {
        String name = String.valueOf(record.getFileName());
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a WFDB record's name has letters, digits, \"_\" and \"-\" only, was \"" + name + "\"");
        }
        this.record = record;
        this.description = description;
        this.format = description.storage();
        this.leadCount = description.leads().size();
        this.first = new int[leadCount];
        this.previous = new int[leadCount];
        this.sum = new int[leadCount];
        this.group = new byte[format.groupBytes()];
        Files.deleteIfExists(record.resolveSibling(name + ".hea"));
        this.out = Files.newOutputStream(record.resolveSibling(name + ".dat"));
    }

    /** Samples per lead written so far. */
    public long length() {
        return samples;
    }

    /**
     * Appends {@code count} samples of every lead, interleaved {@code [sample][lead]}, {@link Recording#MISSING} for
     * missing ones.
     *
     * @throws IllegalArgumentException when a value does not fit in the format; those before it are written
     */
    public void write(int[] raw, int count) throws IOException {
        for (int n = 0, at = 0; n < count; n++, samples++) {
            for (int lead = 0; lead < leadCount; lead++, at++) {
                requireFit(raw[at], lead);
            }
            for (int lead = 0; lead < leadCount; lead++) {
                put(raw[at - leadCount + lead], lead);
            }
        }
    }

    /** Writes what is left and the header. */
    @Override
    public void close() throws IOException {
        if (isClosed) {
            return;
        }
        isClosed = true;
        try (out) {
            if (inGroup > 0) {
                flushGroup((int) format.bytesFor(inGroup));
            }
            out.write(buffer, 0, buffered);
        }
        HeaderWriter.write(record, description, samples, first, sum);
    }

    private void requireFit(int value, int lead) {
        boolean fits = value == Recording.MISSING
                ? format.hasMissingCode()
                : format == StorageFormat.DIFFERENCE_8
                        ? samples == 0 || (byte) (value - previous[lead]) == value - previous[lead]
                        : value >= format.lowest() && value <= format.highest();
        if (!fits) {
            throw new IllegalArgumentException("record " + record.getFileName() + ": sample " + samples + " of lead \""
                    + description.leads().get(lead).name() + "\" is "
                    + (value == Recording.MISSING ? "missing" : Integer.toString(value))
                    + ", which format " + format.code() + " cannot hold");
        }
    }

    private void put(int value, int lead) throws IOException {
        int stored = value == Recording.MISSING ? format.missingCode() : value;
        if (samples == 0) {
            first[lead] = stored;
            previous[lead] = stored;
        }
        sum[lead] += stored;
        format.encode(format == StorageFormat.DIFFERENCE_8 ? stored - previous[lead] : stored, inGroup, group);
        previous[lead] = stored;
        if (++inGroup == format.groupSamples()) {
            flushGroup(format.groupBytes());
        }
    }

    private void flushGroup(int bytes) throws IOException {
        if (buffered + bytes > BUFFER_BYTES) {
            out.write(buffer, 0, buffered);
            buffered = 0;
        }
        System.arraycopy(group, 0, buffer, buffered, bytes);
        buffered += bytes;
        Arrays.fill(group, (byte) 0);
        inGroup = 0;
    }
}
