/**
 * Bytes on the wire: Confluent's framing (a zero byte, the schema id in four bytes big-endian, Avro binary), the
 * schema registry behind it, and the errors that tell a bad record from a registry that cannot be asked. The waveform
 * has a codec of its own, because it is nine tenths of all traffic. Read on in {@code topic}.
 */
package org.rwave.schemas.serde;
