package org.rwave.ecg.rhythm;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rwave.ecg.beat.BeatClass;

/**
 * Rhythms written down: {@code "N800*10 V400 V400 N900"} is ten N beats, each 800 ms after what came before, and so on.
 * {@code ~} after a beat marks low quality. Other stretches: {@code wait4000} nothing happens, {@code gap500} samples
 * missing, {@code off3000} every lead off, {@code flat3000} every lead flat, {@code noisy3000} every lead noisy, {@code
 * blind3000} leads good but not monitoring, {@code vf5000} ventricular fibrillation.
 */
public record RhythmScript(List<Step> steps) {
    private static final Pattern TOKEN =
            Pattern.compile("([NSVFQ]|wait|gap|off|flat|noisy|blind|vf)(\\d+)(~?)(?:\\*(\\d+))?");

    /** What a step is besides beats. */
    public enum Stretch {
        BEAT,
        WAIT,
        GAP,
        OFF,
        FLAT,
        NOISY,
        BLIND,
        VF
    }

    /**
     * One token.
     *
     * @param stretch what it is
     * @param beatClass class of the beat that ends it, for BEAT alone
     * @param millis how long it is
     * @param lowQuality of the beat
     */
    public record Step(Stretch stretch, BeatClass beatClass, long millis, boolean lowQuality) {}

    /** Reads {@code text}. */
    public static RhythmScript of(String text) {
        List<Step> steps = new ArrayList<>();
        for (String token : text.strip().split("\\s+", -1)) {
            Matcher matcher = TOKEN.matcher(token);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("not a step of a rhythm: " + token);
            }
            String what = matcher.group(1);
            boolean isBeat = what.length() == 1;
            Step step = new Step(
                    isBeat ? Stretch.BEAT : Stretch.valueOf(what.toUpperCase(java.util.Locale.ROOT)),
                    isBeat ? BeatClass.valueOf(what) : BeatClass.Q,
                    Long.parseLong(matcher.group(2)),
                    !matcher.group(3).isEmpty());
            int times = matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4));
            for (int i = 0; i < times; i++) {
                steps.add(step);
            }
        }
        return new RhythmScript(List.copyOf(steps));
    }
}
