package com.qontak.aiagent.localrun;

import com.qontak.aiagent.AiAgentApplication;
import com.qontak.aiagent.localrun.demo.ChatbotSchema;
import com.qontak.aiagent.localrun.demo.DemoData;
import com.qontak.aiagent.localrun.demo.EmbeddedDatabase;
import com.qontak.aiagent.localrun.simulator.UpstreamSimulator;
import com.qontak.aiagent.testing.TokenIssuer;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Starts the service with an embedded PostgreSQL, demo organizations, a simulator of the three upstreams and an issuer
 * of tokens: {@code ./mvnw spring-boot:test-run}. Stopping it leaves nothing behind.
 */
public final class LocalRun {

    private static final String READER_PASSWORD = "reader";

    private LocalRun() {}

    public static void main(String[] args) throws SQLException {
        Clock clock = Clock.systemUTC();
        EmbeddedDatabase database = EmbeddedDatabase.start();
        ChatbotSchema.create(database.dataSource(), READER_PASSWORD);
        DemoData.load(database.dataSource(), clock);
        UpstreamSimulator upstreams = UpstreamSimulator.start(clock);
        TokenIssuer tokens = TokenIssuer.start(clock);
        database.closeAfterSpring();
        SpringApplication.getShutdownHandlers().add(upstreams::close);
        SpringApplication.getShutdownHandlers().add(tokens::close);
        SpringApplication.from(defaults -> {
                    SpringApplication application = new SpringApplication(AiAgentApplication.class);
                    application.addInitializers(context -> {
                        GenericApplicationContext beans = (GenericApplicationContext) context;
                        beans.registerBean(EmbeddedDatabase.class, () -> database);
                        beans.registerBean(UpstreamSimulator.class, () -> upstreams);
                        beans.registerBean(TokenIssuer.class, () -> tokens);
                    });
                    application.run(defaults);
                })
                .with(LocalRunConfiguration.class)
                .run(Stream.concat(settings(database, upstreams, tokens), Stream.of(args))
                        .toArray(String[]::new));
    }

    private static Stream<String> settings(EmbeddedDatabase database, UpstreamSimulator upstreams, TokenIssuer tokens) {
        return Map.ofEntries(
                        // Lines for the person at this terminal, not for a collector.
                        Map.entry("logging.structured.format.console", ""),
                        Map.entry("spring.datasource.url", database.jdbcUrl()),
                        Map.entry("spring.datasource.username", database.user()),
                        Map.entry("spring.datasource.password", database.password()),
                        Map.entry("impact.datasource.url", database.jdbcUrl()),
                        Map.entry("impact.datasource.username", ChatbotSchema.READER),
                        Map.entry("impact.datasource.password", READER_PASSWORD),
                        Map.entry("upstream.mekari-agent.base-url", upstreams.mekariAgent()),
                        Map.entry("upstream.mekari-agent.token", "local"),
                        Map.entry("upstream.chatbot-ai.base-url", upstreams.chatbotAi()),
                        Map.entry("upstream.chatbot-ai.token", "local"),
                        Map.entry("upstream.noncore-mrag.base-url", upstreams.noncoreMrag()),
                        Map.entry("upstream.noncore-mrag.token", "local"),
                        Map.entry("spring.security.oauth2.resourceserver.jwt.issuer-uri", TokenIssuer.ISSUER),
                        Map.entry("spring.security.oauth2.resourceserver.jwt.jwk-set-uri", tokens.keys()),
                        Map.entry("spring.security.oauth2.resourceserver.jwt.audiences", TokenIssuer.AUDIENCE))
                .entrySet()
                .stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue());
    }
}
