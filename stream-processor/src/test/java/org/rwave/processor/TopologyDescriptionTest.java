package org.rwave.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The golden file {@code docs/topology.txt}: what {@code Topology.describe()} of Kafka Streams 4.3.1 prints. */
class TopologyDescriptionTest {
    @Test
    void is_the_one_in_the_documents() throws IOException {
        Path golden = Path.of(System.getProperty("rwave.root", "..")).resolve("docs/topology.txt");

        String described =
                Bench.topology(ProcessorSettings.defaults()).describe().toString();

        assertThat(described).isEqualToNormalizingNewlines(Files.readString(golden));
    }

    @Test
    void reads_the_annotations_only_when_asked_to() {
        String described = Bench.topology(ProcessorSettings.of(Map.of("beats", "reference")))
                .describe()
                .toString();

        assertThat(described).contains("Source: 1-reference (topics: [ecg.reference.v1])");
    }

    @Test
    void puts_the_prefix_before_every_topic() {
        String described = Bench.topology(ProcessorSettings.of(Map.of("topic-prefix", "ward3.")))
                .describe()
                .toString();

        assertThat(described).contains("ward3.ecg.waveform.v1").contains("ward3.ecg.rejects.v1");
        assertThat(described.replace("ward3.ecg.", "")).doesNotContain("ecg.");
    }
}
