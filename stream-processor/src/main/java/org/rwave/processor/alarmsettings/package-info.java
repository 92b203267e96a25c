/**
 * The alarm settings of a ward in one YAML file: read, checked as a whole with every problem at its line, and printed. In:
 * a file. Out: {@link org.rwave.ecg.alarm.AlarmSettings} for any patient id. Read on in {@code docs/alarm-settings.md}.
 */
package org.rwave.processor.alarmsettings;
