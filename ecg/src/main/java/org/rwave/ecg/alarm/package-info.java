/**
 * One small class per alarm rule, and the engine that gives alarms their life from start to end. In: R peaks,
 * classified beats, lead status. Out: alarm events. Time is signal time, in source samples.
 */
package org.rwave.ecg.alarm;
