/**
 * From Avro to {@code ecg} and back: whose signal it is ({@link org.rwave.schemas.feed.FeedId}), the chunk as it
 * travels ({@link org.rwave.schemas.feed.FeedChunk}), and one mapping class per record. Mappings validate: what they
 * let through, {@code ecg} can take. Read on in {@code serde}.
 */
package org.rwave.schemas.feed;
