package org.rwave.cli.e2e;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;

class ContainerSameFactsTest extends SameFactsContract {
    @RegisterExtension
    static final SharedEnvironment ENVIRONMENT = SharedEnvironment.containers();

    @Override
    KafkaEnvironment environment() {
        return ENVIRONMENT.get();
    }

    @Override
    List<Path> records(Path mitdb) {
        return Stream.of("100", "119", "207", "208", "222", "232")
                .map(mitdb::resolve)
                .toList();
    }
}
