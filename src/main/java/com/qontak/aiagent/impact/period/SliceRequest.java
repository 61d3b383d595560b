package com.qontak.aiagent.impact.period;

import com.qontak.aiagent.impact.period.Slice.Filter;
import com.qontak.aiagent.web.Finding;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * The query parameters every figure takes, as they came.
 *
 * @param from the first local date, {@code yyyy-MM-dd}; 27 days before {@code to} when absent
 * @param to the last local date; yesterday when absent, so that every day is complete
 * @param channel only rooms of this channel; all when absent
 * @param aiAgentId only rooms in which this agent took part; all when absent
 */
public record SliceRequest(
        @Nullable String from,
        @Nullable String to,
        @Nullable String channel,
        @BindParam("ai_agent_id") @Nullable String aiAgentId) {

    /** The longest period that is answered: two years and a leap day. */
    public static final int MAXIMUM_DAYS = 731;

    private static final int LONGEST_CHANNEL = 100;
    private static final int DEFAULT_DAYS = 28;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /**
     * @param organizationId the tenant
     * @param zone the tenant's time zone
     * @param now the time of the answer; its fraction of a second is dropped
     * @param reopenWindow the window of the deployment
     * @return the rooms to look at
     * @throws ProblemException {@code invalid-input} (422) with every finding at its parameter
     */
    public Slice resolve(long organizationId, ZoneId zone, Instant now, Duration reopenWindow) {
        List<Finding> findings = new ArrayList<>();
        Instant asOf = now.truncatedTo(ChronoUnit.SECONDS);
        LocalDate today = LocalDate.ofInstant(asOf, zone);
        LocalDate givenFrom = date(from, "/from", findings);
        LocalDate givenTo = date(to, "/to", findings);
        Filter filter = new Filter(channel(findings), uuid(findings));
        LocalDate last = givenTo != null ? givenTo : lastByDefault(givenFrom, today);
        LocalDate first = givenFrom != null ? givenFrom : last.minusDays(DEFAULT_DAYS - 1);
        if (findings.isEmpty()) {
            check(first, last, today, findings);
        }
        if (!findings.isEmpty()) {
            throw new ProblemException(ProblemType.INVALID_INPUT, findings);
        }
        return new Slice(organizationId, new Period(first, last, zone), filter, asOf, reopenWindow);
    }

    private static LocalDate lastByDefault(@Nullable LocalDate first, LocalDate today) {
        LocalDate yesterday = today.minusDays(1);
        return today.equals(first) ? today : yesterday;
    }

    private static void check(LocalDate first, LocalDate last, LocalDate today, List<Finding> findings) {
        if (first.isAfter(last)) {
            findings.add(invalid("period_reversed", "/from", first.toString(), last.toString()));
        }
        if (last.isAfter(today)) {
            findings.add(invalid("period_in_future", "/to", last.toString(), today.toString()));
        }
        if (first.plusDays(MAXIMUM_DAYS).compareTo(last) <= 0) {
            findings.add(invalid("period_too_long", "/from", MAXIMUM_DAYS));
        }
    }

    private static Finding invalid(String wording, String pointer, Object... arguments) {
        return Finding.error("invalid_format", pointer, arguments).worded(wording);
    }

    private static @Nullable LocalDate date(@Nullable String text, String pointer, List<Finding> findings) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text, DATE);
            if (!date.isBefore(EARLIEST) && !date.isAfter(LATEST)) {
                return date;
            }
        } catch (DateTimeException malformed) {
            // answered below, together with the dates that are too early or too late to be meant
        }
        findings.add(invalid("not_a_date", pointer));
        return null;
    }

    private @Nullable String channel(List<Finding> findings) {
        if (channel == null || channel.isBlank()) {
            return null;
        }
        if (channel.length() > LONGEST_CHANNEL || channel.chars().anyMatch(Character::isISOControl)) {
            findings.add(invalid("not_a_channel", "/channel"));
        }
        return channel;
    }

    private @Nullable UUID uuid(List<Finding> findings) {
        if (aiAgentId == null || aiAgentId.isBlank()) {
            return null;
        }
        if (!UUID_FORM.matcher(aiAgentId).matches()) {
            findings.add(invalid("not_a_uuid", "/ai_agent_id"));
            return null;
        }
        return UUID.fromString(aiAgentId);
    }
}
