package com.qontak.aiagent.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LeaveFilterTests {

    private final LeaveFilter filter = new LeaveFilter();
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final List<String> order = new ArrayList<>();

    @Test
    void answerThatIsThereEarlyWaitsForTheOtherFilters() throws ServletException, IOException {
        pass((in, out) -> {
            LeaveFilter.afterLeaving((HttpServletRequest) in, () -> order.add("answer"));
            order.add("filters");
        });

        assertThat(order).containsExactly("filters", "answer");
    }

    @Test
    void answerThatComesLaterIsSentAtOnce() throws ServletException, IOException {
        pass((in, out) -> order.add("filters"));

        LeaveFilter.afterLeaving(request, () -> order.add("answer"));

        assertThat(order).containsExactly("filters", "answer");
    }

    @Test
    void answerIsSentThoughAFilterFails() {
        assertThatThrownBy(() -> pass((in, out) -> {
                    LeaveFilter.afterLeaving((HttpServletRequest) in, () -> order.add("answer"));
                    throw new ServletException("failed");
                }))
                .isInstanceOf(ServletException.class);

        assertThat(order).containsExactly("answer");
    }

    private void pass(FilterChain chain) throws ServletException, IOException {
        filter.doFilter(request, new MockHttpServletResponse(), chain);
    }
}
