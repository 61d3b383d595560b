package com.qontak.aiagent.impact.assumptions;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.qontak.aiagent.impact.hours.BusinessHours;
import com.qontak.aiagent.web.Finding;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Settings as they are sent and kept. What an answer says about them besides may be sent back, and changes nothing.
 *
 * @param businessHours null for the defaults, which stay marked as assumed; kept as null where they are
 * @param holidays local dates, {@code yyyy-MM-dd}; null for none
 * @param onboardingDate a local date; null to go by the first conversation with an AI agent
 * @param assumed whether the business hours are the defaults as they were answered; never kept
 */
@JsonIgnoreProperties({"reopen_window", "set_by", "set_at", "version"})
@Schema(name = "ImpactSettingsRequest", description = "When the organization is open, and when its AI began to work.")
record SettingsDocument(
        @Schema(
                        description = "When the organization is open, in its time zone; null for the default, Monday"
                                + " to Friday from 09:00 to 17:00.")
                @Nullable
                WeekDocument businessHours,
        @ArraySchema(
                        arraySchema =
                                @Schema(
                                        description = "Local dates on which it is closed all day, at most 1 000; null"
                                                + " for none."),
                        schema = @Schema(type = "string", format = "date", example = "2026-12-25"))
                @Nullable
                List<@Nullable String> holidays,
        @Schema(
                        description = "The local date from which the AI is taken to have worked; null to go by its"
                                + " first conversation.",
                        type = "string",
                        format = "date",
                        example = "2026-08-03")
                @Nullable
                String onboardingDate,
        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY)
                @Schema(
                        description = "As it was answered: with `true`, default business hours stay an assumption."
                                + " Without it: they are set.",
                        example = "false")
                @Nullable
                Boolean assumed) {

    private static final int MOST_HOLIDAYS = 1000;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);

    /** @return everything wrong with it; empty when it can be kept */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (businessHours != null) {
            findings.addAll(businessHours.findings());
        }
        if (dates().size() > MOST_HOLIDAYS) {
            findings.add(Finding.error("too_many", "/holidays", MOST_HOLIDAYS));
        } else {
            for (int index = 0; index < dates().size(); index++) {
                check(dates().get(index), "/holidays/" + index, findings);
            }
        }
        if (onboardingDate != null) {
            check(onboardingDate, "/onboarding_date", findings);
        }
        return findings;
    }

    /** @return as they are kept: the default that is sent back as assumed was not set; only of one without findings */
    SettingsDocument kept() {
        boolean stillAssumed = Boolean.TRUE.equals(assumed)
                && toSettings().businessHours().minutesOfTheWeek().equals(BusinessHours.DEFAULT.minutesOfTheWeek());
        return new SettingsDocument(stillAssumed ? null : businessHours, holidays, onboardingDate, null);
    }

    /** @return the settings; only of a document without findings */
    ImpactSettings toSettings() {
        TreeSet<LocalDate> closed = new TreeSet<>();
        for (String date : dates()) {
            if (date != null) {
                closed.add(LocalDate.parse(date));
            }
        }
        BusinessHours hours = new BusinessHours(
                businessHours == null ? BusinessHours.DEFAULT.week() : businessHours.toWeek(),
                closed,
                businessHours == null);
        return new ImpactSettings(hours, onboardingDate == null ? null : LocalDate.parse(onboardingDate));
    }

    private List<@Nullable String> dates() {
        return holidays == null ? List.of() : holidays;
    }

    private static void check(@Nullable String text, String pointer, List<Finding> findings) {
        try {
            LocalDate date = LocalDate.parse(text == null ? "" : text);
            if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
                findings.add(notADate(pointer));
            }
        } catch (DateTimeException malformed) {
            findings.add(notADate(pointer));
        }
    }

    private static Finding notADate(String pointer) {
        return Finding.error("invalid_format", pointer).worded("not_a_date");
    }
}
