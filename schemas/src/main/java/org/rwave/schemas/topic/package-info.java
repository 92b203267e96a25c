/**
 * The topics: names, keys, schemas, how they may evolve, and how Kafka is to keep them. The one place where any of it
 * is written down.
 */
package org.rwave.schemas.topic;
