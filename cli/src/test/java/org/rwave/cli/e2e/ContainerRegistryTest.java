package org.rwave.cli.e2e;

import org.junit.jupiter.api.extension.RegisterExtension;

class ContainerRegistryTest extends RegistryContract {
    @RegisterExtension
    static final SharedEnvironment ENVIRONMENT = SharedEnvironment.containers();

    @Override
    KafkaEnvironment environment() {
        return ENVIRONMENT.get();
    }
}
