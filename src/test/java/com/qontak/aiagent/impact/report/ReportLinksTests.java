package com.qontak.aiagent.impact.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.qontak.aiagent.impact.period.Period;
import com.qontak.aiagent.impact.period.Slice;
import com.qontak.aiagent.impact.period.Slice.Filter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

class ReportLinksTests {

    @ParameterizedTest
    @ValueSource(strings = {"whatsapp", "a+b", "{outcome}", "a b&c=d#e", "100%2B", "é"})
    void aChannelComesOutOfTheLinkAsItWentIn(String channel) {
        LocalDate day = LocalDate.of(2026, 10, 1);
        Slice slice = new Slice(
                1,
                new Period(day, day, ZoneId.of("Asia/Jakarta")),
                new Filter(channel, null),
                Instant.parse("2026-11-20T03:00:00Z"),
                Duration.ofHours(48));
        String template = ReportLinks.of(slice).conversations();
        assertThat(template).doesNotContain("+").containsOnlyOnce("{");
        URI link = URI.create(template.replace("{outcome}", "reopened"));
        var query = UriComponentsBuilder.fromUri(link).build().getQueryParams();
        assertThat(query.getFirst("outcome")).isEqualTo("reopened");
        assertThat(UriUtils.decode(query.getFirst("channel"), StandardCharsets.UTF_8))
                .isEqualTo(channel);
    }
}
