/**
 * PatientMonitor: one patient's samples in, facts out. It knows no Kafka, no clock and no thread.
 */
package org.rwave.ecg.monitor;
