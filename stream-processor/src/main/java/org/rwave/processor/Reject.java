package org.rwave.processor;

/**
 * Why a record goes to the rejects topic.
 *
 * @param reason short and stable, lower case: a label of the metrics
 * @param cause one line for a person: which rule, which value
 */
record Reject(String reason, String cause) {}
