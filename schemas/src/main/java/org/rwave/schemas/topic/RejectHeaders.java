package org.rwave.schemas.topic;

/** Headers of {@code ecg.rejects.v1}, UTF-8 text. The record's key and value are the original bytes. */
public final class RejectHeaders {
    /** Kind of failure, for instance {@code malformed}: stable names for metrics and filters. */
    public static final String REASON = "rwave.reject.reason";

    /** One line for a person. */
    public static final String CAUSE = "rwave.reject.cause";

    /** Topic it was read from. */
    public static final String TOPIC = "rwave.reject.topic";

    /** Its partition, decimal. */
    public static final String PARTITION = "rwave.reject.partition";

    /** Its offset, decimal. */
    public static final String OFFSET = "rwave.reject.offset";

    private RejectHeaders() {}
}
