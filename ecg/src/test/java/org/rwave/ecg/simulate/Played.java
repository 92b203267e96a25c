package org.rwave.ecg.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.rwave.ecg.recording.Annotation;
import org.rwave.ecg.recording.AnnotationCode;
import org.rwave.ecg.signal.SamplingRate;

/** A simulated recording read to its end, in millivolts, with its annotations: what the tests measure on. */
final class Played {
    private final SamplingRate rate;
    private final double[][] millivolts;
    private final List<Annotation> annotations;

    private Played(SimulatedRecording recording) {
        this.rate = recording.rate();
        int[] raw = read(recording);
        this.millivolts = new double[2][raw.length / 2];
        for (int i = 0; i < raw.length; i++) {
            millivolts[i % 2][i / 2] = recording.leads().get(i % 2).millivolts(raw[i]);
        }
        this.annotations = recording.annotations();
    }

    static Played of(SimulatedRecording recording) {
        return new Played(recording);
    }

    /** Patient {@code seed} without noise, at 1000 Hz. */
    static Played clean(long seed, Conduction conduction, Scenario scenario) {
        PatientProfile profile = PatientProfile.random(seed).withoutNoise().withConduction(conduction);
        return of(new SimulatedRecording("clean", scenario, profile, new SamplingRate(1000), seed));
    }

    static int[] read(SimulatedRecording recording) {
        int[] raw = new int[1 << 16];
        int count = 0;
        int[] part = new int[2 * 1000];
        for (int read = recording.read(part, 1000); read > 0; read = recording.read(part, 1000)) {
            if (2 * (count + read) > raw.length) {
                raw = Arrays.copyOf(raw, 2 * raw.length);
            }
            System.arraycopy(part, 0, raw, 2 * count, 2 * read);
            count += read;
        }
        return Arrays.copyOf(raw, 2 * count);
    }

    double at(int lead, long sample) {
        return sample < 0 || sample >= millivolts[lead].length ? 0 : millivolts[lead][(int) sample];
    }

    int samples() {
        return millivolts[0].length;
    }

    List<Annotation> annotations() {
        return annotations;
    }

    List<Annotation> beats() {
        return annotations.stream().filter(one -> one.code().isBeat()).toList();
    }

    List<Annotation> of(AnnotationCode code) {
        return annotations.stream().filter(one -> one.code() == code).toList();
    }

    /** The beats' mnemonics in a row, for instance {@code NNVVN}. */
    String codes() {
        return beats().stream().map(one -> one.code().mnemonic()).collect(Collectors.joining());
    }

    /** The rhythms in a row, for instance {@code (N (VT (N}. */
    String rhythms() {
        return of(AnnotationCode.RHYTHM_CHANGE).stream().map(Annotation::aux).collect(Collectors.joining(" "));
    }

    double seconds(Annotation annotation) {
        return rate.secondsAt(annotation.sampleIndex());
    }

    /** Intervals between neighbouring beats. */
    List<Double> rrSeconds() {
        List<Double> intervals = new ArrayList<>();
        List<Annotation> beats = beats();
        for (int i = 1; i < beats.size(); i++) {
            intervals.add(seconds(beats.get(i)) - seconds(beats.get(i - 1)));
        }
        return intervals;
    }
}
