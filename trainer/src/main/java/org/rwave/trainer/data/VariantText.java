package org.rwave.trainer.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rwave.ecg.monitor.BeatSource;
import org.rwave.trainer.data.CaptureVariant.LeadChoice;
import org.rwave.trainer.data.CaptureVariant.Noise;
import org.rwave.trainer.data.CaptureVariant.Span;

/**
 * Reads capture variants such as {@code DETECTOR+NOISE:ma:6..18*0.5}: words joined by {@code +}, then the share of the
 * beats to keep.
 *
 * <ul>
 *   <li>{@code REFERENCE} (default) or {@code DETECTOR}: where the R peaks come from
 *   <li>{@code FIRST_LEAD}, {@code SECOND_LEAD}, {@code SWAPPED_LEADS}
 *   <li>{@code NOISE:bw:6..18} (also {@code ma}, {@code em}): noise of nstdb at a signal-to-noise ratio in dB
 *   <li>{@code JITTERED:3}: positions moved by up to 3 samples of the recording
 *   <li>{@code MISSED:0.02}: share of the positions left out, so that an RR interval doubles
 *   <li>{@code EXTRA:0.02}: share of the beats that are followed by a false detection on the T wave or later
 *   <li>{@code RR_SCALED:0.6..1.6}: factor on all intervals of the record; QRS complexes keep their width
 *   <li>{@code PROVISIONAL}: beats as first stated, before the next one is known
 * </ul>
 */
public final class VariantText {
    private static final int LARGEST_JITTER = 18;

    private final String text;
    private final Set<String> seen = new LinkedHashSet<>();
    private final List<Noise> noise = new ArrayList<>();
    private BeatSource source = BeatSource.REFERENCE;
    private LeadChoice leads = LeadChoice.BOTH;
    private int jitterSamples;
    private double missed;
    private double extra;
    private Optional<Span> rrScale = Optional.empty();
    private boolean provisional;
    private double share = 1;

    private VariantText(String text) {
        this.text = text;
    }

    /**
     * One variant.
     *
     * @throws IllegalArgumentException naming the word and the rule it breaks
     */
    public static CaptureVariant parse(String text) {
        return new VariantText(text.strip()).read();
    }

    /**
     * A comma-separated list of variants.
     *
     * @throws IllegalArgumentException also when one comes twice
     */
    public static List<CaptureVariant> parseList(String text) {
        List<CaptureVariant> variants =
                Arrays.stream(text.split(",", -1)).map(VariantText::parse).toList();
        Set<String> names = variants.stream().map(CaptureVariant::name).collect(Collectors.toSet());
        if (names.size() < variants.size()) {
            throw new IllegalArgumentException("'" + text.strip() + "' lists a variant twice");
        }
        return variants;
    }

    private CaptureVariant read() {
        int star = text.indexOf('*');
        String words = star < 0 ? text : text.substring(0, star).strip();
        if (star >= 0) {
            share = number("a share", text.substring(star + 1), 0.001, 1);
        }
        for (String word : words.split("\\+", -1)) {
            accept(word.strip());
        }
        if (source == BeatSource.DETECTOR && (jitterSamples > 0 || missed > 0 || extra > 0)) {
            throw wrong("JITTERED, MISSED and EXTRA change reference positions; DETECTOR has none");
        }
        return new CaptureVariant(
                words, source, leads, jitterSamples, missed, extra, noise, rrScale, provisional, share);
    }

    private void accept(String word) {
        String[] parts = word.split(":", -1);
        if (!seen.add(parts[0].equals("NOISE") && parts.length > 1 ? parts[0] + parts[1] : parts[0])) {
            throw wrong("'" + parts[0] + "' comes twice");
        }
        switch (parts[0]) {
            case "REFERENCE", "DETECTOR" -> source = BeatSource.valueOf(only(parts));
            case "FIRST_LEAD", "SECOND_LEAD", "SWAPPED_LEADS" -> leads = LeadChoice.valueOf(only(parts));
            case "PROVISIONAL" -> provisional = only(parts).equals("PROVISIONAL");
            case "NOISE" -> noise.add(noise(parts));
            case "JITTERED" -> jitterSamples = (int) number("JITTERED", argument(parts, "3"), 1, LARGEST_JITTER);
            case "MISSED" -> missed = number("MISSED", argument(parts, "0.02"), 0, 0.5);
            case "EXTRA" -> extra = number("EXTRA", argument(parts, "0.02"), 0, 0.5);
            case "RR_SCALED" -> rrScale = Optional.of(span("RR_SCALED", argument(parts, "0.6..1.6"), 0.5, 2));
            default ->
                throw wrong("'" + word + "' is none of REFERENCE, DETECTOR, FIRST_LEAD, SECOND_LEAD,"
                        + " SWAPPED_LEADS, NOISE:kind:dB, JITTERED:samples, MISSED:share, EXTRA:share,"
                        + " RR_SCALED:from..to, PROVISIONAL");
        }
    }

    private String only(String[] parts) {
        if (parts.length > 1) {
            throw wrong(parts[0] + " takes no argument");
        }
        return parts[0];
    }

    private String argument(String[] parts, String otherwise) {
        if (parts.length > 2) {
            throw wrong(parts[0] + " takes one argument");
        }
        return parts.length == 2 ? parts[1] : otherwise;
    }

    private Noise noise(String[] parts) {
        List<String> kinds =
                Arrays.stream(NoiseKind.values()).map(NoiseKind::recordName).toList();
        if (parts.length != 3 || !kinds.contains(parts[1])) {
            throw wrong("NOISE takes a kind of " + kinds + " and a signal-to-noise ratio, as in NOISE:ma:6..18");
        }
        NoiseKind kind = NoiseKind.valueOf(parts[1].toUpperCase(Locale.ROOT));
        return new Noise(kind, span("the ratio of NOISE in dB", parts[2], -12, 48));
    }

    private Span span(String what, String from, double smallest, double largest) {
        int dots = from.indexOf("..");
        String first = dots < 0 ? from : from.substring(0, dots);
        String last = dots < 0 ? from : from.substring(dots + 2);
        Span span = new Span(number(what, first, smallest, largest), number(what, last, smallest, largest));
        if (span.from() > span.to()) {
            throw wrong(what + " runs from low to high, was " + from);
        }
        return span;
    }

    private double number(String what, String from, double smallest, double largest) {
        try {
            double value = Double.parseDouble(from);
            if (value >= smallest && value <= largest) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(message(what + " must be a number, was '" + from + "'"), e);
        }
        throw wrong(what + " must be from " + smallest + " to " + largest + ", was " + from);
    }

    private IllegalArgumentException wrong(String rule) {
        return new IllegalArgumentException(message(rule));
    }

    private String message(String rule) {
        return "variant '" + text + "': " + rule;
    }
}
