package org.rwave.cli.e2e;

import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedRoundTripTest extends RoundTripContract {
    @RegisterExtension
    static final SharedEnvironment ENVIRONMENT = SharedEnvironment.embedded();

    @Override
    KafkaEnvironment environment() {
        return ENVIRONMENT.get();
    }
}
