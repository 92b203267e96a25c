package org.rwave.ecg.simulate;

/** What the atria do between P waves. */
enum AtrialActivity {
    ORDERED,
    FIBRILLATION,
    FLUTTER
}
