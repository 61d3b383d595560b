package com.qontak.aiagent.localrun;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.qontak.aiagent.localrun.demo.ChatbotSchema;
import com.qontak.aiagent.localrun.demo.DemoData;
import com.qontak.aiagent.localrun.demo.EmbeddedDatabase;
import com.qontak.aiagent.localrun.simulator.SimulatorSettings;
import com.qontak.aiagent.localrun.simulator.UpstreamSimulator;
import com.qontak.aiagent.testing.TokenIssuer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What stands around the service in the local run, as a process of its own beside a packaged one: on five ports from
 * {@code STAND_INS_PORT} (9000) on, {@code /dev/token} and {@code /dev/info}, the three upstreams, and the key that
 * tokens are checked with.
 * <p>Its demo data goes into the database {@code STAND_INS_DATABASE_URL} names, unless that has them already; without
 * that setting it starts one of its own. {@code STAND_INS_HOST} (localhost) is the name the service reaches it by.
 */
public final class StandIns {

    private static final String READER_PASSWORD = "reader";
    private static final Duration TOKEN_VALIDITY = Duration.ofHours(12);

    private StandIns() {}

    public static void main(String[] args) throws IOException, SQLException {
        Clock clock = Clock.systemUTC();
        int port = Integer.parseInt(setting("PORT", "9000"));
        Map<String, String> info = new TreeMap<>(database(clock));
        UpstreamSimulator.start(clock, SimulatorSettings.DEFAULTS.withFirstPort(port + 1));
        TokenIssuer tokens = TokenIssuer.start(clock, new InetSocketAddress(port + 4));
        String host = "http://" + setting("HOST", "localhost") + ":";
        info.put("mekari-agent", host + (port + 1));
        info.put("chatbot-ai", host + (port + 2));
        info.put("noncore-mrag", host + (port + 3));
        info.put("jwk_set_uri", host + (port + 4) + "/keys");
        info.put("issuer", TokenIssuer.ISSUER);
        info.put("audience", TokenIssuer.AUDIENCE);
        String everything = new ObjectMapper().writeValueAsString(info);

        HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
        server.createContext("/dev/info", exchange -> answer(exchange, "application/json", everything));
        server.createContext("/dev/token", exchange -> answer(exchange, "text/plain", token(tokens, exchange)));
        server.start();
    }

    private static Map<String, String> database(Clock clock) throws SQLException {
        String url = setting("DATABASE_URL", "");
        if (url.isEmpty()) {
            EmbeddedDatabase own = EmbeddedDatabase.start();
            fill(own.dataSource(), clock);
            return databaseInfo(own.jdbcUrl(), own.user(), own.password());
        }
        PGSimpleDataSource given = new PGSimpleDataSource();
        given.setUrl(url);
        given.setUser(setting("DATABASE_USERNAME", "postgres"));
        given.setPassword(setting("DATABASE_PASSWORD", ""));
        fill(given, clock);
        return databaseInfo(url, given.getUser(), given.getPassword());
    }

    private static Map<String, String> databaseInfo(String url, String user, String password) {
        return Map.of("jdbc_url", url, "jdbc_user", user, "jdbc_password", password);
    }

    private static void fill(DataSource owner, Clock clock) throws SQLException {
        boolean filled = JdbcClient.create(owner)
                .sql("SELECT to_regclass('public.organizations') IS NOT NULL")
                .query(Boolean.class)
                .single();
        if (!filled) {
            ChatbotSchema.create(owner, READER_PASSWORD);
            DemoData.load(owner, clock);
        }
    }

    private static String token(TokenIssuer tokens, HttpExchange exchange) {
        Map<String, String> query = UriComponentsBuilder.fromUri(exchange.getRequestURI())
                .build()
                .getQueryParams()
                .toSingleValueMap();
        return tokens.token(
                Long.parseLong(query.getOrDefault("organization_id", "1")),
                TOKEN_VALIDITY,
                query.getOrDefault("role", "org_admin").split(","));
    }

    private static void answer(HttpExchange exchange, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String setting(String name, String otherwise) {
        return System.getenv().getOrDefault("STAND_INS_" + name, otherwise);
    }
}
