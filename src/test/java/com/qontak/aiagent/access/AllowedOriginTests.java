package com.qontak.aiagent.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import com.qontak.aiagent.web.ProblemWriter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.filter.CorsFilter;

class AllowedOriginTests {

    private final ProblemWriter problems = mock(ProblemWriter.class);
    private final CorsFilter filter = new BrowserOrigins(
                    new AccessProperties(List.of("https://app.example"), Duration.ofSeconds(30), Duration.ZERO),
                    problems)
            .filter();

    @Test
    void pageOfAnAllowedOriginMayReadTheAnswerAndWhatItNeedsOfItsHeaders() throws Exception {
        MockHttpServletResponse answer = answerTo("GET", "https://app.example");

        assertThat(answer.getHeader("Access-Control-Allow-Origin")).isEqualTo("https://app.example");
        assertThat(answer.getHeader("Access-Control-Expose-Headers")).contains("ETag", "Location", "Retry-After");
        assertThat(answer.getHeader("Access-Control-Allow-Credentials")).isNull();
        verifyNoInteractions(problems);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example.evil.example",
                "http://app.example",
                "https://app.example:8443",
                "https://evil.example",
                "null"
            })
    void pageOfAnyOtherOriginMayNot(String origin) throws Exception {
        MockHttpServletResponse answer = answerTo("GET", origin);

        assertThat(answer.getHeader("Access-Control-Allow-Origin")).isNull();
        verify(problems).write(any(), any(), any());
    }

    private MockHttpServletResponse answerTo(String method, String origin) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/v2/ai_agents");
        request.addHeader("Origin", origin);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
