package org.rwave.cli.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All 48 records of MIT-BIH at once. */
class EmbeddedSameFactsTest extends SameFactsContract {
    @RegisterExtension
    static final SharedEnvironment ENVIRONMENT = SharedEnvironment.embedded();

    @Override
    KafkaEnvironment environment() {
        return ENVIRONMENT.get();
    }

    @Override
    List<Path> records(Path mitdb) throws Exception {
        try (Stream<String> names = Files.lines(mitdb.resolve("RECORDS"))) {
            return names.map(mitdb::resolve).toList();
        }
    }
}
