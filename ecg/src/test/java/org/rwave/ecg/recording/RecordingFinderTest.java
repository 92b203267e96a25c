package org.rwave.ecg.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingFinderTest {
    @TempDir
    Path temp;

    private Path checkout;

    @BeforeEach
    void make_folders() throws IOException {
        checkout = temp.resolve("work/rwave");
        Files.createDirectories(checkout.resolve(".git"));
        put("given/incart/100.hea", "given/mitdb/100.hea", "given/vfdb/418.hea", "given/night.edf");
        put("configured/mitdb/100.hea", "work/shared/data/mitdb/100.hea", "work/shared/data/mitdb/101.hea");
    }

    @Test
    void searches_only_the_folder_of_the_command_line_when_there_is_one() throws IOException {
        RecordingFinder finder = finder(Optional.of(temp.resolve("given")), Map.of("RWAVE_DATA", "configured"), temp);

        assertThat(finder.find("100")).isEqualTo(temp.resolve("given/mitdb/100"));
        assertThat(finder.find("incart/100")).isEqualTo(temp.resolve("given/incart/100"));
        assertThat(finder.find("vfdb/418")).isEqualTo(temp.resolve("given/vfdb/418"));
        assertThat(finder.find("418")).isEqualTo(temp.resolve("given/vfdb/418"));
        assertThat(finder.find("night")).isEqualTo(temp.resolve("given/night.edf"));
    }

    @Test
    void searches_the_configured_folder_next() throws IOException {
        RecordingFinder finder = finder(Optional.empty(), Map.of("RWAVE_DATA", "configured"), temp);

        assertThat(finder.find("100.hea")).isEqualTo(temp.resolve("configured/mitdb/100"));
    }

    @Test
    void searches_data_and_then_shared_data_otherwise() throws IOException {
        RecordingFinder finder = finder(Optional.empty(), Map.of(), checkout);
        assertThat(finder.find("100")).isEqualTo(temp.resolve("work/shared/data/mitdb/100"));

        put("work/rwave/data/mitdb/100.hea");

        assertThat(finder.find("100")).isEqualTo(checkout.resolve("data/mitdb/100"));
        assertThat(finder.find("101")).isEqualTo(temp.resolve("work/shared/data/mitdb/101"));
    }

    @Test
    void searches_beside_the_checkout_from_any_folder_within_and_from_elsewhere_by_its_home() throws IOException {
        Path within = Files.createDirectories(checkout.resolve("docs/adr"));
        Path elsewhere = Files.createDirectories(temp.resolve("some/where/else"));

        assertThat(finder(Optional.empty(), Map.of(), within).find("101"))
                .isEqualTo(temp.resolve("work/shared/data/mitdb/101"));
        assertThat(finder(Optional.empty(), Map.of("RWAVE_HOME", checkout.toString()), elsewhere)
                        .find("101"))
                .isEqualTo(temp.resolve("work/shared/data/mitdb/101"));
    }

    @Test
    void takes_a_path_before_a_name() throws IOException {
        RecordingFinder finder = finder(Optional.empty(), Map.of("RWAVE_DATA", "configured"), temp);

        assertThat(finder.find("given/incart/100")).isEqualTo(temp.resolve("given/incart/100"));
        assertThat(finder.find(temp.resolve("given/incart/100.hea").toString()))
                .isEqualTo(temp.resolve("given/incart/100"));
    }

    @Test
    void says_in_one_line_where_it_looked_in_vain() {
        RecordingFinder finder = finder(Optional.empty(), Map.of("RWAVE_DATA", "configured"), temp);

        assertThatThrownBy(() -> finder.find("999"))
                .isInstanceOf(RecordingException.class)
                .hasMessageContainingAll("\"999\"", temp.resolve("configured").toString(), "--data")
                .message()
                .doesNotContain("\n");
        assertThatThrownBy(() -> finder.list("nodb"))
                .isInstanceOf(RecordingException.class)
                .hasMessageContainingAll("\"nodb\"", temp.resolve("configured").toString());
    }

    @Test
    void lists_a_data_base_by_its_index_or_else_by_its_headers() throws IOException {
        RecordingFinder finder = finder(Optional.empty(), Map.of(), checkout);
        assertThat(names(finder.list("mitdb"))).containsExactly("100", "101");

        Files.writeString(temp.resolve("work/shared/data/mitdb/RECORDS"), "101\n\n100\n102\n");

        assertThat(names(finder.list("mitdb"))).containsExactly("101", "100");
    }

    private static RecordingFinder finder(Optional<Path> data, Map<String, String> environment, Path here) {
        return RecordingFinder.of(data, environment, here);
    }

    private static List<String> names(List<Path> paths) {
        return paths.stream().map(path -> path.getFileName().toString()).toList();
    }

    private void put(String... files) throws IOException {
        for (String file : files) {
            Files.createDirectories(temp.resolve(file).getParent());
            Files.writeString(temp.resolve(file), "");
        }
    }
}
