package org.rwave.processor;

import org.rwave.schemas.feed.FeedChunk;

/** A decoded chunk together with the record it came in. */
record WaveformInput(FeedChunk decoded, InputRecord record) {}
