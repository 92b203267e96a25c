package org.rwave.cli.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rwave.cli.CommandFailed;
import org.rwave.ecg.recording.AnnotationFile;
import org.rwave.ecg.recording.RecordTimeBase;
import org.rwave.ecg.score.AnnotationPair;

/** Two folders with annotation files of the same records; the headers lie in either. */
record AnnotationFolders(Path reference, String referenceAnnotator, Path test, String testAnnotator) {
    AnnotationFolders {
        requireFolder("--reference", reference);
        requireFolder("--test", test);
    }

    private static void requireFolder(String option, Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new CommandFailed(option + ": there is no folder " + folder);
        }
    }

    /** Records annotated by the reference, sorted by name. */
    SortedSet<String> referenceRecords() throws IOException {
        return records(reference, referenceAnnotator);
    }

    /** Records annotated by the test, sorted by name. */
    SortedSet<String> testRecords() throws IOException {
        return records(test, testAnnotator);
    }

    private static SortedSet<String> records(Path folder, String annotator) throws IOException {
        String ending = "." + annotator;
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending) && name.length() > ending.length())
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    AnnotationPair read(String record) throws IOException {
        RecordTimeBase timeBase = RecordTimeBase.read(header(record));
        return new AnnotationPair(
                record,
                timeBase.rate(),
                timeBase.length(),
                AnnotationFile.read(reference.resolve(record + "." + referenceAnnotator), timeBase.rate()),
                AnnotationFile.read(test.resolve(record + "." + testAnnotator), timeBase.rate()));
    }

    private Path header(String record) {
        return Stream.of(reference, test)
                .map(folder -> folder.resolve(record + ".hea"))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new CommandFailed("no header " + record + ".hea in " + reference + " or " + test
                        + "; it gives the sampling rate and the length of the record"));
    }
}
