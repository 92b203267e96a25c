/**
 * Alarms against a recording's annotations: which malignant episodes were found and how soon, which alarms were false. In:
 * annotations and the monitor's alarm events. Out: findings per episode and a verdict per alarm, which {@link
 * org.rwave.ecg.score.alarm.AlarmTotals} sums up. Positions are source samples. {@code docs/alarms.md} states the rule.
 */
package org.rwave.ecg.score.alarm;
