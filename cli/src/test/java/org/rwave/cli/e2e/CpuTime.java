package org.rwave.cli.e2e;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.regex.Pattern;

/** CPU time of threads in nanoseconds: says more than the clock on a machine that does other things too. */
final class CpuTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private CpuTime() {}

    static long ofThisThread() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /** Of all live threads whose name fits. */
    static long ofThreads(Pattern name) {
        long nanos = 0;
        for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null && name.matcher(thread.getThreadName()).matches()) {
                nanos += Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId()));
            }
        }
        return nanos;
    }
}
