package org.rwave.processor;

import java.util.function.Supplier;
import org.rwave.processor.alarmsettings.WardAlarmSettings;
import org.rwave.schemas.topic.Topics;

/**
 * What all tasks of one topology share; safe for use by several threads.
 *
 * @param alarms the alarm settings now in force
 * @param newClassifiers makes one classifier for each task
 */
record MonitorParts(
        ProcessorSettings settings,
        Topics topics,
        InputDecoder decoder,
        FactFormats formats,
        ProcessorMetrics metrics,
        CommitHooks hooks,
        Supplier<WardAlarmSettings> alarms,
        Supplier<TaskClassifier> newClassifiers) {}
