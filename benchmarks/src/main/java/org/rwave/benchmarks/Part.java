package org.rwave.benchmarks;

/**
 * A benchmark and what one unit of it is. Its class has two methods, {@code part} and {@code baseline}, that do the same
 * number of units.
 *
 * @param benchmark its class
 * @param unit what the times are for
 * @param baseline what the baseline does
 */
record Part(Class<?> benchmark, String unit, String baseline) {
    String name() {
        return benchmark.getSimpleName().replace("Benchmark", "");
    }
}
