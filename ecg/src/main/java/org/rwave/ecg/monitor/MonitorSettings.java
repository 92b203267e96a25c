package org.rwave.ecg.monitor;

import org.rwave.ecg.alarm.AlarmSettings;

/**
 * How one patient is monitored.
 *
 * @param beatSource own detector or reference positions
 * @param provisionalBeats also state each beat without look-ahead, as revision 0, before its final revision 1
 * @param alarms thresholds of the alarm rules
 */
public record MonitorSettings(BeatSource beatSource, boolean provisionalBeats, AlarmSettings alarms) {
    /** Own detector, final beats only, default alarms. */
    public static MonitorSettings defaults() {
        return new MonitorSettings(BeatSource.DETECTOR, false, AlarmSettings.defaults());
    }

    /** The same settings with these alarms. */
    public MonitorSettings withAlarms(AlarmSettings changed) {
        return new MonitorSettings(beatSource, provisionalBeats, changed);
    }

    /** The same settings with R peaks from {@code source}. */
    public MonitorSettings withBeatSource(BeatSource source) {
        return new MonitorSettings(source, provisionalBeats, alarms);
    }
}
