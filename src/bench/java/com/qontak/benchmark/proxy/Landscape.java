package com.qontak.benchmark.proxy;

import com.qontak.aiagent.localrun.demo.ChatbotSchema;
import com.qontak.aiagent.localrun.demo.DemoData;
import com.qontak.aiagent.localrun.demo.EmbeddedDatabase;
import com.qontak.aiagent.testing.TokenIssuer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Everything a benchmark needs around it: a database, an issuer of tokens, the upstream, and what is measured. */
final class Landscape implements AutoCloseable {

    private static final String READER_PASSWORD = "reader";
    private static final Path GATEWAY = Path.of("target/gateway/gateway.jar");
    private static final String ORGANIZATION =
            """
            INSERT INTO organizations (id, name, plan, settings)
            VALUES (1, 'Toko Maju', 'plus', '{"ai_agent_engine_version": 2, "time_zone": "Asia/Jakarta"}')
            """;

    private final Options options;
    private final EmbeddedDatabase database = EmbeddedDatabase.start();
    private final TokenIssuer tokens = TokenIssuer.start(Clock.systemUTC());
    private final Deque<Program> programs = new ArrayDeque<>();
    private final Program upstream;

    Landscape(Options options) throws IOException, SQLException {
        this(options, Landscape::oneOrganization);
    }

    /** The same with the months of conversations that the local run has, for its organization 1. */
    static Landscape withRooms(Options options) throws IOException, SQLException {
        return new Landscape(options, owner -> DemoData.load(owner, Clock.systemUTC()));
    }

    private Landscape(Options options, Filling filling) throws IOException, SQLException {
        this.options = options;
        try {
            ChatbotSchema.create(database.dataSource(), READER_PASSWORD);
            filling.fill(database.dataSource());
            int port = Program.freePort();
            upstream = started(Program.start(
                            "upstream",
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            port,
                            List.of(
                                    "-Xmx512m",
                                    "-Dlogback.configurationFile=quiet-logback.xml",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    UpstreamStub.class.getName(),
                                    Integer.toString(port)))
                    .await(port, "/ready"));
        } catch (IOException | SQLException | RuntimeException failed) {
            // What is started already would keep the program from ending.
            close();
            throw failed;
        }
    }

    Program upstream() {
        return upstream;
    }

    String token() {
        return tokens.token(1, Duration.ofHours(12), "specialist");
    }

    /** The packaged service. */
    Program service(String... settings) throws IOException {
        return service("service", jar(), settings);
    }

    /** A packaged service, such as one from before a change. */
    Program service(String name, Path jar, String... settings) throws IOException {
        return service(name, List.of(), jar, settings);
    }

    /** The same with further options of its JVM. */
    Program service(String name, List<String> jvm, Path jar, String... settings) throws IOException {
        int port = Program.freePort();
        int management = Program.freePort();
        List<String> arguments = new ArrayList<>(options.jvm());
        arguments.addAll(jvm);
        arguments.addAll(List.of(
                "-jar",
                jar.toString(),
                "--server.port=" + port,
                "--management.server.port=" + management,
                "--spring.datasource.url=" + database.jdbcUrl(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--upstream.mekari-agent.base-url=http://127.0.0.1:" + upstream.port(),
                "--upstream.mekari-agent.token=credential",
                "--upstream.chatbot-ai.base-url=http://127.0.0.1:" + upstream.port(),
                "--upstream.chatbot-ai.token=credential",
                "--upstream.noncore-mrag.base-url=http://127.0.0.1:" + upstream.port(),
                "--upstream.noncore-mrag.token=credential",
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + TokenIssuer.ISSUER,
                "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + tokens.keys(),
                "--spring.security.oauth2.resourceserver.jwt.audiences=" + TokenIssuer.AUDIENCE,
                "--access.limits.drafts-per-minute=100000000",
                "--access.limits.previews-per-minute=100000000",
                "--access.limits.requests-per-minute=100000000"));
        arguments.addAll(options.settings());
        arguments.addAll(List.of(settings));
        return started(Program.start(name, options.java(), port, arguments)
                .await(management, "/actuator/health/readiness"));
    }

    /** Spring Cloud Gateway, {@code plain} or with {@code duties}. */
    Program gateway(String profile) throws IOException {
        int port = Program.freePort();
        int management = Program.freePort();
        List<String> arguments = new ArrayList<>(options.jvm());
        arguments.addAll(List.of(
                "-jar",
                GATEWAY.toString(),
                "--server.port=" + port,
                "--management.server.port=" + management,
                "--spring.profiles.active=" + profile,
                "--upstream=http://127.0.0.1:" + upstream.port(),
                "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + tokens.keys(),
                "--spring.security.oauth2.resourceserver.jwt.audiences=" + TokenIssuer.AUDIENCE));
        return started(Program.start("gateway-" + profile, options.java(), port, arguments)
                .await(management, "/actuator/health"));
    }

    @Override
    public void close() {
        while (!programs.isEmpty()) {
            programs.pop().close();
        }
        tokens.close();
        database.close();
    }

    private static void oneOrganization(DataSource owner) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(ORGANIZATION);
        }
    }

    private Program started(Program program) {
        programs.push(program);
        return program;
    }

    /** The packaged service. */
    static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("ai-agent-bff-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("Package the service first"));
        }
    }

    private interface Filling {
        void fill(DataSource owner) throws SQLException;
    }
}
