package org.rwave.producer;

/** A clock that stands still until somebody waits or works. */
final class FakeClock implements ReplayClock {
    private static final long EPOCH_MICROS = 1_700_000_000_000_000L;

    private long nanoTime = 123_456_789L;
    private final long origin = nanoTime;
    private int waits;

    @Override
    public long nanoTime() {
        return nanoTime;
    }

    @Override
    public long epochMicros() {
        return EPOCH_MICROS + (nanoTime - origin) / 1000;
    }

    @Override
    public void waitUntil(long until) {
        waits++;
        nanoTime = Math.max(nanoTime, until);
    }

    @Override
    public void wake() {}

    /** Work that takes {@code nanos}. */
    void pass(long nanos) {
        nanoTime += nanos;
    }

    long elapsedNanos() {
        return nanoTime - origin;
    }

    int waits() {
        return waits;
    }
}
