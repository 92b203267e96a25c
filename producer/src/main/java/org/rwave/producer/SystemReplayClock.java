package org.rwave.producer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** {@link ReplayClock} on the machine's clocks. */
final class SystemReplayClock implements ReplayClock {
    private final Semaphore wakeUps = new Semaphore(0);

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public long epochMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    @Override
    public void waitUntil(long nanoTime) throws InterruptedException {
        long left = nanoTime - System.nanoTime();
        boolean awoken = false;
        while (left > 0 && !awoken) {
            awoken = wakeUps.tryAcquire(left, TimeUnit.NANOSECONDS);
            left = nanoTime - System.nanoTime();
        }
    }

    @Override
    public void wake() {
        wakeUps.release();
    }
}
