package org.rwave.cli.subscribe;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rwave.ecg.alarm.Attention;
import org.rwave.schemas.avro.Alert;
import org.rwave.schemas.avro.AlertCommand;
import org.rwave.schemas.avro.Beat;
import org.rwave.schemas.avro.BeatLabel;
import org.rwave.schemas.avro.BeatProbabilities;
import org.rwave.schemas.avro.Vitals;
import org.rwave.schemas.feed.AlertMapping;

/** Facts as one line each, for people. */
final class Lines {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private Lines() {}

    static String of(Alert alert) {
        return String.format(
                Locale.ROOT,
                "%s  %-12s %-6s %-6s %-24s %s%s  [%s]",
                time(alert.getDecidedTime()),
                alert.getPatientId(),
                alert.getPriority(),
                alert.getPhase(),
                alert.getKind(),
                alert.getMessage(),
                attention(alert),
                alert.getAlertId());
    }

    private static String attention(Alert alert) {
        Attention attention = AlertMapping.attentionOf(alert);
        List<String> parts = new ArrayList<>();
        if (attention.latched()) {
            parts.add("latched until acknowledged");
        }
        attention.acknowledged().ifPresent(by -> parts.add("acknowledged by " + by.who()));
        attention.silenced().ifPresent(by -> {
            boolean isSilent = attention.isSilentAt(ChronoUnit.MICROS.between(Instant.EPOCH, alert.getDecidedTime()));
            String until = time(alert.getSilencedUntil()) + " by " + by.who();
            parts.add((isSilent ? "silent until " : "sounds again, was silent until ") + until);
        });
        return parts.isEmpty() ? "" : "  (" + String.join("; ", parts) + ")";
    }

    static String of(AlertCommand command) {
        String length = command.getSilenceMillis() == null
                ? ""
                : String.format(Locale.ROOT, " for %.1f s", command.getSilenceMillis() / 1e3);
        return String.format(
                Locale.ROOT,
                "%s  %-12s %s%s by %s%s  [%s]",
                time(command.getIssuedAt()),
                command.getPatientId(),
                command.getAction(),
                length,
                command.getIssuedBy(),
                command.getReason().isEmpty() ? "" : ": " + command.getReason(),
                command.getAlertId().isEmpty() ? "all alarms" : command.getAlertId());
    }

    static String of(Beat beat) {
        List<String> remarks = new ArrayList<>();
        if (beat.getRevision() == 0) {
            remarks.add("provisional");
        }
        if (beat.getAfterGap()) {
            remarks.add("after a gap");
        }
        if (beat.getOneLead()) {
            remarks.add("one lead");
        }
        if (beat.getLowQuality()) {
            remarks.add("low quality");
        }
        String rr = beat.getRrMicros() == null
                ? "RR   -   "
                : String.format(Locale.ROOT, "RR %.3f s", beat.getRrMicros() / 1e6);
        return String.format(
                        Locale.ROOT,
                        "%s  %-12s %s %3.0f %%  %s  sample %d  %s",
                        time(beat.getTime()),
                        beat.getPatientId(),
                        beat.getBeatClass(),
                        100 * probability(beat.getProbabilities(), beat.getBeatClass()),
                        rr,
                        beat.getSampleIndex(),
                        String.join(", ", remarks))
                .stripTrailing();
    }

    static String of(Vitals vitals) {
        String rate = vitals.getHeartRateBpm() == null
                ? "HR   -/min"
                : String.format(Locale.ROOT, "HR %3.0f/min", vitals.getHeartRateBpm());
        String leads = vitals.getLeadStatus().stream().map(Enum::name).collect(Collectors.joining(" "));
        return String.format(
                Locale.ROOT,
                "%s  %-12s %s  PVC %d/min  %-23s leads %s%s",
                time(vitals.getTime()),
                vitals.getPatientId(),
                rate,
                vitals.getPvcPerMinute(),
                vitals.getRhythm(),
                leads,
                vitals.getMonitoring() ? "" : "  not monitoring");
    }

    private static float probability(BeatProbabilities probabilities, BeatLabel label) {
        return switch (label) {
            case N -> probabilities.getN();
            case S -> probabilities.getS();
            case V -> probabilities.getV();
            case F -> probabilities.getF();
            case Q -> probabilities.getQ();
        };
    }

    private static String time(Instant instant) {
        return TIME.format(instant);
    }
}
