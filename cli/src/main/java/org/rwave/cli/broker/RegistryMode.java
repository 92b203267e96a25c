package org.rwave.cli.broker;

/** Whether a subject takes changes; names as in Confluent's REST API. */
enum RegistryMode {
    READWRITE,
    READONLY
}
