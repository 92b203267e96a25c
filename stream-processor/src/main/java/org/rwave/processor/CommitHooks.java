package org.rwave.processor;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.processor.TaskId;

/** Who wants to know of the commits of which task: the link between a task's processor and its {@link CommitHookStore}. */
final class CommitHooks {
    /** What a task does around its commits. Called on the task's thread. */
    interface Hook {
        /** The offsets of everything processed so far are about to be committed; what is written now goes before them. */
        void beforeCommit();

        /** The offsets have been committed. Called under at-least-once only. */
        void afterCommit();
    }

    private static final Hook NOBODY = new Hook() {
        @Override
        public void beforeCommit() {}

        @Override
        public void afterCommit() {}
    };

    private final Map<TaskId, Hook> hooks = new ConcurrentHashMap<>();

    void register(TaskId task, Hook hook) {
        hooks.put(task, hook);
    }

    void deregister(TaskId task, Hook hook) {
        hooks.remove(task, hook);
    }

    Hook of(TaskId task) {
        return hooks.getOrDefault(task, NOBODY);
    }
}
