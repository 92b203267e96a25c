/**
 * Compact binary state of streaming parts. Every stateful part writes itself with a SnapshotWriter and
 * continues bit for bit from a SnapshotReader. Read on in {@code monitor}.
 */
package org.rwave.ecg.snapshot;
