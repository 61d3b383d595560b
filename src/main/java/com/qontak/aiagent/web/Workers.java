package com.qontak.aiagent.web;

import java.util.concurrent.Executors;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Threads for work that keeps a processor busy, so that the threads which serve connections are free for others. */
public final class Workers {

    private Workers() {}

    /**
     * As many threads as there are processors, which take their work from one queue, so that nothing waits behind something
     * large while a thread is idle. They do not keep the service from ending.
     *
     * @param name what the threads are called in logs and dumps, followed by a number
     * @return the threads, to be disposed of by whoever asked for them
     */
    public static Scheduler named(String name) {
        CustomizableThreadFactory threads = new CustomizableThreadFactory(name + "-");
        threads.setDaemon(true);
        return Schedulers.fromExecutorService(
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), threads), name);
    }
}
