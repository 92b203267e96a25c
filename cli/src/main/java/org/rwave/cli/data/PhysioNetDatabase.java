package org.rwave.cli.data;

/** The data bases that can be fetched, with what their users have to know and to cite. */
enum PhysioNetDatabase {
    MITDB(
            "MIT-BIH Arrhythmia Database",
            "1.0.0",
            "10.13026/C2F305",
            "Moody GB, Mark RG. The impact of the MIT-BIH Arrhythmia Database."
                    + " IEEE Eng in Med and Biol 20(3):45-50 (2001)."),
    VFDB(
            "MIT-BIH Malignant Ventricular Ectopy Database",
            "1.0.0",
            "10.13026/C22P44",
            "Greenwald SD. Development and analysis of a ventricular fibrillation detector."
                    + " M.S. thesis, MIT Dept. of Electrical Engineering and Computer Science (1986)."),
    NSTDB(
            "MIT-BIH Noise Stress Test Database",
            "1.0.0",
            "10.13026/C2HS3T",
            "Moody GB, Muldrow WE, Mark RG. A noise stress test for arrhythmia detectors."
                    + " Computers in Cardiology 11:381-384 (1984).");

    private static final String PHYSIONET = "Goldberger AL, Amaral LAN, Glass L, et al. PhysioBank, PhysioToolkit, and"
            + " PhysioNet. Circulation 101(23):e215-e220 (2000).";

    private final String title;
    private final String version;
    private final String doi;
    private final String citation;

    PhysioNetDatabase(String title, String version, String doi, String citation) {
        this.title = title;
        this.version = version;
        this.doi = doi;
        this.citation = citation;
    }

    /** Its short name: the folder here and there. */
    String folder() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Its address below PhysioNet's files. */
    String address() {
        return folder() + "/" + version + "/";
    }

    /** What is shown before anything is fetched. */
    String notice() {
        return String.join(
                System.lineSeparator(),
                title + " " + version + ", PhysioNet, https://doi.org/" + doi,
                "Licence: Open Data Commons Attribution License 1.0 (ODC-By 1.0): use it freely, name the source.",
                "Please cite:",
                "  " + citation,
                "  " + PHYSIONET);
    }
}
