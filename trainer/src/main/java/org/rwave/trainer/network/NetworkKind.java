package org.rwave.trainer.network;

import java.util.Arrays;
import java.util.List;

/** What turns a waveform into a vector. */
public enum NetworkKind {
    /** Strided residual convolutions, mean and maximum over time: small and fast, the default. */
    RESIDUAL("residual"),
    /** The deep residual CNN of Kachuee et al. (2018), for comparison. */
    DEEP_CNN("deep-cnn"),
    /** Long short-term memory over frames of samples (Hochreiter and Schmidhuber 1997), one direction, for comparison. */
    LSTM("lstm");

    private final String title;

    NetworkKind(String title) {
        this.title = title;
    }

    /** Its name in hyper-parameters and on the command line. */
    public String title() {
        return title;
    }

    /** All names. */
    public static List<String> titles() {
        return Arrays.stream(values()).map(NetworkKind::title).toList();
    }

    /**
     * The kind named {@code title}.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static NetworkKind of(String title) {
        return Arrays.stream(values())
                .filter(kind -> kind.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no network " + title + "; there are " + titles()));
    }
}
