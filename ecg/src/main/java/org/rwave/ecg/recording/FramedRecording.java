package org.rwave.ecg.recording;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.rwave.ecg.signal.Lead;
import org.rwave.ecg.signal.SamplingRate;

/** A recording over a source of frames, which it reads a block ahead. */
final class FramedRecording implements Recording {
    private static final int BLOCK_VALUES = 16_384;

    private final String name;
    private final SamplingRate rate;
    private final List<RecordedSignal> signals;
    private final List<Lead> leads;
    private final Optional<Instant> start;
    private final List<String> comments;
    private final Optional<Counter> counter;
    private final FrameSource source;
    private final int pointsPerFrame;
    private final int signalCount;
    private final long length;
    private final int[] block;
    private final int blockFrames;
    private long blockStart;
    private int blockSamples;
    private long next;

    private FramedRecording(
            FrameSource source, RecordHeader header, List<StoredSignal> signals, int pointsPerFrame, long frames)
            throws RecordingException {
        if (frames == 0) {
            throw new RecordingException("record " + header.name() + ": header " + header.file()
                    + " gives no length and there are no samples in its signal files; fetch the record again");
        }
        this.name = header.name();
        this.rate = rate(header, pointsPerFrame);
        this.leads = leads(header, signals);
        this.signals = signals.stream().map(FramedRecording::recorded).toList();
        this.start = header.start();
        this.comments = header.comments();
        this.counter = header.counter();
        this.source = source;
        this.pointsPerFrame = pointsPerFrame;
        this.signalCount = signals.size();
        this.length = frames * pointsPerFrame;
        int valuesPerFrame = pointsPerFrame * signalCount;
        this.blockFrames = Math.max(1, BLOCK_VALUES / valuesPerFrame);
        this.block = new int[blockFrames * valuesPerFrame];
    }

    /** A recording over {@code source}, which it owns: it is closed with it, or when there is no recording to be had. */
    static Recording over(
            FrameSource source, RecordHeader header, List<StoredSignal> signals, int pointsPerFrame, long frames)
            throws IOException {
        boolean isOpen = false;
        try {
            Recording recording = new FramedRecording(source, header, signals, pointsPerFrame, frames);
            isOpen = true;
            return recording;
        } finally {
            if (!isOpen) {
                source.close();
            }
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public SamplingRate rate() {
        return rate;
    }

    @Override
    public List<Lead> leads() {
        return leads;
    }

    @Override
    public List<RecordedSignal> signals() {
        return signals;
    }

    @Override
    public List<String> comments() {
        return comments;
    }

    @Override
    public Optional<Counter> counter() {
        return counter;
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.of(length);
    }

    @Override
    public Optional<Instant> start() {
        return start;
    }

    @Override
    public int read(int[] raw, int maxSamples) throws IOException {
        if (maxSamples < 0 || (long) maxSamples * signalCount > raw.length) {
            throw new IllegalArgumentException("maxSamples must be 0 to " + raw.length / signalCount
                    + " for an array of " + raw.length + " and " + signalCount + " leads, was " + maxSamples);
        }
        int wanted = (int) Math.min(maxSamples, length - next);
        int done = 0;
        while (done < wanted) {
            if (next < blockStart || next >= blockStart + blockSamples) {
                loadBlock();
            }
            int from = (int) (next - blockStart);
            int count = Math.min(wanted - done, blockSamples - from);
            System.arraycopy(block, from * signalCount, raw, done * signalCount, count * signalCount);
            done += count;
            next += count;
        }
        return done;
    }

    @Override
    public void seek(long sampleIndex) {
        if (sampleIndex < 0 || sampleIndex > length) {
            throw new IllegalArgumentException(
                    "record " + name + ": cannot go to sample " + sampleIndex + ", it has " + length + " samples");
        }
        next = sampleIndex;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private void loadBlock() throws IOException {
        long frame = next / pointsPerFrame;
        int frames = (int) Math.min(blockFrames, length / pointsPerFrame - frame);
        blockSamples = 0;
        int got = source.read(frame, frames, block);
        blockStart = frame * pointsPerFrame;
        blockSamples = got * pointsPerFrame;
    }

    private static SamplingRate rate(RecordHeader header, int pointsPerFrame) throws RecordingException {
        double hertz = header.framesPerSecond() * pointsPerFrame;
        if (!(hertz <= 100_000)) {
            throw new RecordingException("record " + header.name() + ": header " + header.file() + " means " + hertz
                    + " samples a second; at most 100000 are supported");
        }
        return new SamplingRate(hertz);
    }

    private static RecordedSignal recorded(StoredSignal signal) {
        return new RecordedSignal(
                signal.name(),
                signal.unit(),
                signal.rawUnitsPerUnit(),
                signal.baselineUnits(),
                signal.storedBits(),
                signal.isVoltage());
    }

    private static List<Lead> leads(RecordHeader header, List<StoredSignal> signals) throws RecordingException {
        List<Lead> leads = new ArrayList<>();
        for (StoredSignal signal : signals) {
            try {
                leads.add(new Lead(signal.name(), "", signal.microvoltsPerRawUnit(), signal.baselineUnits()));
            } catch (IllegalArgumentException e) {
                throw new RecordingException(
                        "record " + header.name() + ": header " + header.file() + ": " + e.getMessage(), e);
            }
        }
        return List.copyOf(leads);
    }
}
