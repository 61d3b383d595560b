package com.qontak.aiagent.testing;

import com.qontak.aiagent.AiAgentApplication;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.test.web.reactive.server.WebTestClient;

/** One more running service, for tests of what happens between instances, or to one as it ends. */
public final class ServiceInstance implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ConfigurableApplicationContext context;

    private ServiceInstance(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @return a database as {@link ServiceTest} has it, for as many instances as are started on it */
    public static FreshDatabase database() {
        return ServiceTestInitializer.preparedDatabase();
    }

    /**
     * @param database made by {@link #database()}, or the same by another address
     * @param settings such as {@code access.limits.drafts-per-minute=3}
     * @return the service in this JVM, on free ports
     */
    public static ServiceInstance start(FreshDatabase database, String... settings) {
        return new ServiceInstance(new SpringApplicationBuilder(AiAgentApplication.class)
                .registerShutdownHook(false)
                .initializers(ServiceInstance::keepEventLoops)
                .run(arguments(database, 0, settings).toArray(String[]::new)));
    }

    /**
     * @param database made by {@link #database()}
     * @param port where it answers the public
     * @param settings beside those of every instance
     * @return the service in a JVM of its own, which is still starting
     */
    public static ProcessBuilder process(FreshDatabase database, int port, String... settings) {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                AiAgentApplication.class.getName()));
        command.addAll(arguments(database, port, settings));
        return new ProcessBuilder(command);
    }

    public WebTestClient as(long organizationId, String... roles) {
        return Api.of(context.getEnvironment())
                .as(organizationId, roles)
                .mutate()
                .responseTimeout(PATIENCE)
                .build();
    }

    /** @return callers of the management port, who need no token */
    public WebTestClient management() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + environment().getRequiredProperty("local.management.port"))
                .responseTimeout(PATIENCE)
                .build();
    }

    public Environment environment() {
        return context.getEnvironment();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Stops as it does when told to by a signal. */
    @Override
    public void close() {
        context.close();
    }

    // The event loops are the JVM's, and other services of the tests go on using them when this one has ended.
    static void keepEventLoops(ConfigurableApplicationContext context) {
        ((GenericApplicationContext) context).registerBean(ReactorResourceFactory.class, () -> {
            ReactorResourceFactory own = new ReactorResourceFactory();
            own.setUseGlobalResources(false);
            return own;
        });
    }

    private static List<String> arguments(FreshDatabase database, int port, String... settings) {
        Map<String, String> arguments = new LinkedHashMap<>();
        Stream.of(
                        Stream.of(
                                "server.port=" + port,
                                "management.server.port=0",
                                "access.limits.drafts-per-minute=100000",
                                "access.limits.previews-per-minute=100000",
                                "access.limits.requests-per-minute=100000"),
                        ServiceTestInitializer.settings(database, new StandardEnvironment()).stream(),
                        Stream.of(settings))
                .flatMap(some -> some)
                .forEach(setting -> arguments.put(setting.substring(0, setting.indexOf('=')), "--" + setting));
        return List.copyOf(arguments.values());
    }
}
