package com.qontak.aiagent.testing;

import com.qontak.aiagent.localrun.demo.ChatbotSchema;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Points the service at a fresh database with four organizations, at the stubbed upstreams, and at our tokens. It
 * remembers no actions, so that no test sees those of another, and waits two seconds for any upstream. A test that needs
 * it otherwise sets {@code testing.<upstream>}, {@code testing.keys}, {@code testing.action-cache-ttl} or
 * {@code testing.response-timeout}.
 */
final class ServiceTestInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String TIMEOUTS = "resilience4j.timelimiter.instances";

    private static final String ORGANIZATIONS =
            """
            INSERT INTO organizations (id, name, plan, settings)
            VALUES (1, 'Toko Maju', 'plus', '{"ai_agent_engine_version": 2, "time_zone": "Asia/Jakarta"}'),
                   (2, 'Warung Sinar', '360', '{"ai_agent_engine_version": 2, "time_zone": "Asia/Makassar"}'),
                   (3, 'Kedai Kecil', 'starter', '{"ai_agent_engine_version": 2}'),
                   (4, 'Kopi Timur', 'ultimate', '{"ai_agent_engine_version": 1}')
            """;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ServiceInstance.keepEventLoops(context);
        FreshDatabase database = preparedDatabase();
        Environment environment = context.getEnvironment();
        TestPropertyValues.of(settings(database, environment))
                .and(timeouts(environment))
                .applyTo(context);
    }

    /** A database with the chatbot's relations and four organizations. */
    static FreshDatabase preparedDatabase() {
        FreshDatabase database = TestDatabase.shared().freshDatabase();
        prepare(database.dataSource());
        return database;
    }

    static List<String> settings(FreshDatabase database, Environment environment) {
        return List.of(
                "spring.datasource.url=" + database.url(),
                "spring.datasource.username=" + database.user(),
                "spring.datasource.password=" + database.password(),
                "impact.datasource.url=" + database.url(),
                "impact.datasource.username=" + ChatbotSchema.READER,
                "impact.datasource.password=" + TestDatabase.READER_PASSWORD,
                "upstream.mekari-agent.base-url="
                        + environment.getProperty("testing.mekari-agent", Upstreams.MEKARI_AGENT.baseUrl()),
                "upstream.mekari-agent.token=mekari-agent-credential",
                "upstream.chatbot-ai.base-url="
                        + environment.getProperty("testing.chatbot-ai", Upstreams.CHATBOT_AI.baseUrl()),
                "upstream.chatbot-ai.token=chatbot-ai-credential",
                "upstream.noncore-mrag.base-url="
                        + environment.getProperty("testing.noncore-mrag", Upstreams.NONCORE_MRAG.baseUrl()),
                "upstream.noncore-mrag.token=noncore-mrag-credential",
                "agents.migration.patience=2s",
                "resources.follow-redirects=false",
                "agents.action-cache-ttl=" + environment.getProperty("testing.action-cache-ttl", "0s"),
                "spring.security.oauth2.resourceserver.jwt.issuer-uri=" + TokenIssuer.ISSUER,
                "spring.security.oauth2.resourceserver.jwt.jwk-set-uri="
                        + environment.getProperty("testing.keys", Tokens.keys()),
                "spring.security.oauth2.resourceserver.jwt.audiences=" + TokenIssuer.AUDIENCE);
    }

    private static Stream<String> timeouts(Environment settings) {
        String timeout = settings.getProperty("testing.response-timeout", "2s");
        return Binder.get(settings).bind(TIMEOUTS, Bindable.mapOf(String.class, Object.class)).get().keySet().stream()
                .filter(kind -> !kind.endsWith("-upload") || settings.containsProperty("testing.response-timeout"))
                .map(kind -> TIMEOUTS + "." + kind + ".timeout-duration=" + timeout);
    }

    private static void prepare(DataSource owner) {
        try {
            ChatbotSchema.create(owner, TestDatabase.READER_PASSWORD);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        JdbcClient.create(owner).sql(ORGANIZATIONS).update();
    }
}
