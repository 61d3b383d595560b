package com.qontak.aiagent.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.qontak.aiagent.testing.OwnDatabase;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

class IdempotentUploadTests {

    private static final OwnDatabase DATABASE = OwnDatabase.migrated();

    private final HikariDataSource pool = DATABASE.pool();
    private final Uploads uploads = new Uploads();
    private final MockMvc http;
    private final String key = UUID.randomUUID().toString();

    IdempotentUploadTests() {
        Claims claims = new Claims(JdbcClient.create(pool), Clock.systemUTC());
        http = MockMvcBuilders.standaloneSetup(uploads)
                .addFilters(new RepeatableRequestFilter())
                .addInterceptors(new IdempotencyInterceptor(claims, request -> 1))
                .setControllerAdvice(new StoreAnswers(claims, new JsonMapper()))
                .build();
    }

    @AfterAll
    static void closeDatabase() {
        DATABASE.close();
    }

    @AfterEach
    void closePool() {
        pool.close();
    }

    @Test
    void sameFileWithAnotherBoundaryIsRepeated() throws Exception {
        MockHttpServletResponse first = upload("boundary-1", "the file");
        MockHttpServletResponse second = upload("another----boundary", "the file");

        assertThat(first.getStatus()).isEqualTo(202);
        assertThat(second.getStatus()).isEqualTo(202);
        assertThat(second.getHeader("Idempotent-Replayed")).isEqualTo("true");
        assertThat(second.getContentAsString())
                .isEqualTo(first.getContentAsString())
                .contains("8");
        assertThat(uploads.count).hasValue(1);
    }

    @Test
    void otherFileUnderTheSameKeyIsRefused() throws Exception {
        upload("boundary-1", "the file");

        assertThatThrownBy(() -> upload("boundary-1", "the fail"))
                .rootCause()
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.type())
                        .isEqualTo(ProblemType.IDEMPOTENCY_KEY_REUSED));
        assertThat(uploads.count).hasValue(1);
    }

    private MockHttpServletResponse upload(String boundary, String file) throws Exception {
        return http.perform(post("/uploads")
                        .header("Idempotency-Key", key)
                        .contentType("multipart/form-data; boundary=" + boundary)
                        .content("--" + boundary + "\r\n\r\n" + file + "\r\n--" + boundary + "--\r\n"))
                .andReturn()
                .getResponse();
    }

    @RestController
    static final class Uploads {

        final AtomicInteger count = new AtomicInteger();

        @PostMapping("/uploads")
        @Idempotent
        ResponseEntity<Map<String, Object>> upload(HttpServletRequest request) throws IOException {
            count.incrementAndGet();
            String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            String file = body.split("\r\n")[2];
            return ResponseEntity.accepted().body(Map.of("bytes", file.length()));
        }
    }
}
