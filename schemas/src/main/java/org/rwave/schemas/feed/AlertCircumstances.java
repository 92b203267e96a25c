package org.rwave.schemas.feed;

import org.rwave.ecg.alarm.Attention;

/**
 * What is said of an alert beside what the rule has to say.
 *
 * @param settingsFingerprint of the patient's alarm settings in force; empty when unknown
 * @param attention what people have done about the alarm
 * @param commandId the command that caused the record; empty when a rule did
 * @param commandReason why it was given; may be empty
 */
public record AlertCircumstances(
        String settingsFingerprint, Attention attention, String commandId, String commandReason) {
    static final AlertCircumstances NONE = new AlertCircumstances("", Attention.NONE, "", "");

    /** Those of a record that a rule caused. */
    public static AlertCircumstances ofRule(String settingsFingerprint, Attention attention) {
        return new AlertCircumstances(settingsFingerprint, attention, "", "");
    }
}
