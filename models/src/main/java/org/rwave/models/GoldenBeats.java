package org.rwave.models;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rwave.ecg.beat.BeatClass;
import org.rwave.ecg.beat.BeatInput;
import org.rwave.ecg.beat.ClassProbabilities;
import org.rwave.ecg.beat.Preprocessing;

/**
 * Beats of a model with the probabilities that every implementation must give for them within 1e-5. Text, one beat per
 * line: a name, the five probabilities, the features, the waveform row by row, blank-separated; {@code #} starts a
 * comment line.
 */
public final class GoldenBeats {
    /** How far a probability may be from the golden one. */
    public static final float TOLERANCE = 1e-5f;

    private static final int VALUES =
            BeatClass.COUNT + Preprocessing.FEATURES + Preprocessing.CHANNELS * Preprocessing.WINDOW_SAMPLES;

    private GoldenBeats() {}

    /** One golden beat: {@code name} says which beat of which record it was. */
    public record GoldenBeat(String name, BeatInput input, ClassProbabilities expected) {}

    /** The golden beats of {@link BeatModel#standard()}. */
    public static List<GoldenBeat> standard() throws IOException {
        try (InputStream in = GoldenBeats.class.getResourceAsStream("standard.golden.txt")) {
            if (in == null) {
                throw new IOException("class path resource standard.golden.txt is not in this build");
            }
            return read(in, "standard.golden.txt");
        }
    }

    /** Reads golden beats; {@code file} names them in messages. */
    public static List<GoldenBeat> read(InputStream in, String file) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        List<GoldenBeat> beats = new ArrayList<>();
        int lineNumber = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            lineNumber++;
            if (!line.startsWith("#")) {
                beats.add(parse(line, file + ":" + lineNumber));
            }
        }
        return beats;
    }

    /** The line of one golden beat. */
    public static String format(String name, BeatInput input, float[] expected) {
        StringBuilder line = new StringBuilder(name);
        append(line, expected, "%.7f");
        append(line, features(input), "%.6g");
        append(line, waveform(input), "%.5g");
        return line.toString();
    }

    /** The features of {@code input}. */
    private static float[] features(BeatInput input) {
        FloatBuffer values = FloatBuffer.allocate(Preprocessing.FEATURES);
        input.copyFeaturesTo(values);
        return values.array();
    }

    private static float[] waveform(BeatInput input) {
        FloatBuffer values = FloatBuffer.allocate(Preprocessing.CHANNELS * Preprocessing.WINDOW_SAMPLES);
        input.copyWaveformTo(values);
        return values.array();
    }

    private static void append(StringBuilder line, float[] values, String format) {
        for (float value : values) {
            line.append(' ').append(value == 0 ? "0" : String.format(Locale.ROOT, format, value));
        }
    }

    private static GoldenBeat parse(String line, String place) throws IOException {
        String[] words = line.split(" ", -1);
        if (words.length != 1 + VALUES) {
            throw new IOException(place + ": a golden beat has a name and " + VALUES + " numbers, this line has "
                    + (words.length - 1) + " numbers; the file belongs to another preprocessing");
        }
        FloatBuffer values = FloatBuffer.allocate(VALUES);
        for (int i = 1; i < words.length; i++) {
            values.put(number(words[i], place));
        }
        float[] expected = new float[BeatClass.COUNT];
        values.rewind().get(expected);
        BeatInput input = new BeatInput();
        FloatBuffer features = values.slice(BeatClass.COUNT, Preprocessing.FEATURES);
        FloatBuffer waveform = values.slice(
                BeatClass.COUNT + Preprocessing.FEATURES, VALUES - BeatClass.COUNT - Preprocessing.FEATURES);
        input.set(waveform, features);
        return new GoldenBeat(words[0], input, ClassProbabilities.of(expected));
    }

    private static float number(String word, String place) throws IOException {
        try {
            return Float.parseFloat(word);
        } catch (NumberFormatException e) {
            throw new IOException(place + ": '" + word + "' is not a number", e);
        }
    }
}
