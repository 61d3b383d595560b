package com.qontak.aiagent.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

class StructuredLogTests {

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void aLineIsOneJsonObjectWithTheRequestAndTheTrace() throws IOException {
        JsonNode line = json.readTree(line("Answering upstream-failed", null));

        assertThat(line.at("/@timestamp").asText()).startsWith("20").endsWith("Z");
        assertThat(line.at("/log/level").asText()).isEqualTo("WARN");
        assertThat(line.at("/message").asText()).isEqualTo("Answering upstream-failed");
        assertThat(line.at("/service/name").asText()).isEqualTo("ai-agent-bff");
        assertThat(line.at("/request_id").asText()).isEqualTo("order-7");
        assertThat(line.at("/traceId").asText()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void whatSomebodyWroteCannotBeginALineOfItsOwn() throws IOException {
        String forged = "a prompt\r\n{\"log\":{\"level\":\"ERROR\"}}\n\u001b[31m";

        String line = line(forged, null);

        assertThat(line.strip()).doesNotContain("\n", "\r", "\u001b");
        assertThat(json.readTree(line).at("/message").asText()).isEqualTo(forged);
    }

    @Test
    void aLongStackIsCutSoThatTheLineIsNot() throws IOException {
        Throwable deep = new IllegalStateException("cause");
        for (int depth = 0; depth < 100; depth++) {
            deep = new IllegalStateException("wrapped " + "x".repeat(100), deep);
        }

        String line = line("failed", deep);

        assertThat(line.length()).isLessThan(16 * 1024);
        assertThat(json.readTree(line).at("/error/stack_trace").asText())
                .startsWith("java.lang.IllegalStateException: cause");
    }

    private static String line(String message, @Nullable Throwable failure) throws IOException {
        StandardEnvironment settings = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yml"))
                .forEach(settings.getPropertySources()::addLast);
        LoggerContext context = new LoggerContext();
        context.putObject(Environment.class.getName(), settings);
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setContext(context);
        encoder.setFormat(settings.getRequiredProperty("logging.structured.format.console"));
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.start();
        LoggingEvent event = new LoggingEvent(
                StructuredLogTests.class.getName(),
                context.getLogger(StructuredLogTests.class),
                Level.WARN,
                "{}",
                failure,
                new Object[] {message});
        event.setMDCPropertyMap(Map.of("request_id", "order-7", "traceId", "0af7651916cd43dd8448eb211c80319c"));
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }
}
