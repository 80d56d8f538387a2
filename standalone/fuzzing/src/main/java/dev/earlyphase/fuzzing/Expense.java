package dev.earlyphase.fuzzing;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;

/**
 * What a thread has used up.
 *
 * @param nanos of processor time
 * @param bytes allocated, whether or not they are garbage by now
 */
record Expense(long nanos, long bytes) {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Expense ofThisThread() {
        return new Expense(THREADS.getCurrentThreadCpuTime(), THREADS.getCurrentThreadAllocatedBytes());
    }

    Expense minus(Expense other) {
        return new Expense(nanos - other.nanos, bytes - other.bytes);
    }
}
