package org.rwave.schemas.feed;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.rwave.ecg.alarm.AlarmId;
import org.rwave.ecg.alarm.AlarmKind;

/**
 * One alarm among those of all patients, as topics, subscribers and commands name it: {@code PATIENT/SOURCE/KIND/SAMPLE}. The
 * same condition in the same data always has the same id. {@link AlarmId} tells it from the other alarms of its patient.
 *
 * @param feed whose alarm
 * @param kind what it says
 * @param onsetSampleIndex where the condition began
 */
public record AlertId(FeedId feed, AlarmKind kind, long onsetSampleIndex) {
    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static AlertId parse(String text) {
        String[] parts = text.strip().split("/", -1);
        if (parts.length != 4 || !parts[3].matches("\\d{1,18}") || parts[0].isEmpty() || parts[1].isEmpty()) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is no alert id (PATIENT/SOURCE/KIND/SAMPLE, as rwave alerts prints it in brackets)");
        }
        return new AlertId(
                new FeedId(unescape(parts[0]), unescape(parts[1])), kind(parts[2]), Long.parseLong(parts[3]));
    }

    private static AlarmKind kind(String name) {
        return Arrays.stream(AlarmKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no alarm kind \"" + name
                        + "\" in the alert id; kinds are "
                        + Arrays.stream(AlarmKind.values()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    /** Which of its patient's alarms it is. */
    public AlarmId alarm() {
        return new AlarmId(feed.sourceId(), kind, onsetSampleIndex);
    }

    @Override
    public String toString() {
        return escape(feed.patientId()) + '/' + escape(feed.sourceId()) + '/' + kind + '/' + onsetSampleIndex;
    }

    private static String unescape(String id) {
        return id.replace("%2F", "/").replace("%25", "%");
    }

    private static String escape(String id) {
        return id.replace("%", "%25").replace("/", "%2F");
    }
}
