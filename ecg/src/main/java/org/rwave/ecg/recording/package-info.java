/**
 * Recordings on disk: WFDB records and MIT annotation files, read and written; EDF, EDF+ and BDF, read. In: files. Out:
 * raw units {@code [sample][lead]} with leads that say what they mean, annotations, waveform chunks.
 *
 * <p>Start at {@link org.rwave.ecg.recording.Recordings} (open), {@link org.rwave.ecg.recording.RecordingFinder} (find by
 * name), {@link org.rwave.ecg.recording.RecordingChunks} (cut for the monitor),
 * {@link org.rwave.ecg.recording.AnnotationFile} and {@link org.rwave.ecg.recording.WfdbRecordWriter}. Within: a header
 * ({@code HeaderParser}, {@code EdfHeaderParser}) says how signals lie in files; {@code SegmentReader} brings the
 * {@code SignalGroup} of each {@code SignalFile} to one number of points per frame; {@code MultiSegmentReader} strings
 * segments together; {@code FramedRecording} hands out samples.
 *
 * <p>Missing samples are {@code Recording.MISSING}: each format's missing code, gaps between segments, and the last frames
 * of skewed signals, which WFDB's own programs cut off instead. Not supported, with a message that says so: FLAC formats
 * 508, 516 and 524, and discontinuous EDF+D. The header's tape block size is ignored. File formats: WFDB Applications and
 * Programmer's Guides, header(5), signal(5), annot(5) (Moody, Pollard and Moody).
 */
package org.rwave.ecg.recording;
