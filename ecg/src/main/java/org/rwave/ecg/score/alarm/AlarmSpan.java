package org.rwave.ecg.score.alarm;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.rwave.ecg.alarm.AlarmEvent;
import org.rwave.ecg.alarm.AlarmKind;

/**
 * One alarm from START to END.
 *
 * @param kind what it said
 * @param onset where it said the condition began
 * @param raised the sample at which it was raised
 * @param ended the sample at which it ended
 * @param message the line for a person
 */
public record AlarmSpan(AlarmKind kind, long onset, long raised, long ended, String message) {
    /** The alarms in {@code events}, in the order in which they were raised; open ones end at {@code endSample}. */
    public static List<AlarmSpan> of(List<AlarmEvent> events, long endSample) {
        Map<AlarmKind, AlarmEvent> open = new EnumMap<>(AlarmKind.class);
        List<AlarmSpan> spans = new ArrayList<>();
        for (AlarmEvent event : events) {
            switch (event.phase()) {
                case START -> open.put(event.kind(), event);
                case UPDATE -> {}
                case END -> spans.add(span(open.remove(event.kind()), event.atSampleIndex()));
            }
        }
        open.values().forEach(start -> spans.add(span(start, Math.max(start.atSampleIndex(), endSample))));
        spans.sort((a, b) -> Long.compare(a.raised, b.raised));
        return List.copyOf(spans);
    }

    private static AlarmSpan span(AlarmEvent start, long ended) {
        return new AlarmSpan(start.kind(), start.onsetSampleIndex(), start.atSampleIndex(), ended, start.message());
    }
}
