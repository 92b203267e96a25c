package org.rwave.ecg.recording;

/**
 * One annotation of a recording, with the fields of the MIT format (WFDB Programmer's Guide, annot(5)).
 *
 * @param sampleIndex position, samples since the start of the recording
 * @param code type: beat, rhythm change, noise, ...
 * @param subtype -128 to 127
 * @param channel signal number, 0 to 255
 * @param number 0 to 255 (annot(5): a signed byte on disk)
 * @param aux free text, empty when there is none; rhythm names start with "("
 */
public record Annotation(long sampleIndex, AnnotationCode code, int subtype, int channel, int number, String aux) {
    /** A plain annotation without subtype, channel, number or text. */
    public static Annotation of(long sampleIndex, AnnotationCode code) {
        return new Annotation(sampleIndex, code, 0, 0, 0, "");
    }
}
