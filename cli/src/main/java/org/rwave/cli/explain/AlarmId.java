package org.rwave.cli.explain;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rwave.cli.CommandFailed;
import org.rwave.ecg.alarm.AlarmKind;
import org.rwave.schemas.feed.AlertMapping;
import org.rwave.schemas.feed.FeedId;

/** An alert id taken apart: {@code PATIENT/SOURCE/KIND/SAMPLE}. */
record AlarmId(FeedId feed, AlarmKind kind, long onsetSampleIndex) {
    /** Empty when {@code text} has not the form of an alert id at all. */
    static Optional<AlarmId> parse(String text) {
        String[] parts = text.strip().split("/", -1);
        if (parts.length != 4 || !parts[3].matches("\\d{1,18}") || parts[0].isEmpty() || parts[1].isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new AlarmId(
                new FeedId(unescape(parts[0]), unescape(parts[1])), kind(parts[2]), Long.parseLong(parts[3])));
    }

    private static AlarmKind kind(String name) {
        return Arrays.stream(AlarmKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CommandFailed("there is no alarm kind \"" + name
                        + "\" in the alert id; kinds are "
                        + Arrays.stream(AlarmKind.values()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    private static String unescape(String id) {
        return id.replace("%2F", "/").replace("%25", "%");
    }

    @Override
    public String toString() {
        return AlertMapping.alertId(feed, kind, onsetSampleIndex);
    }
}
