package com.qontak.aiagent.impact.assumptions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When the organization is open, and when its AI began to work.
 *
 * @param businessHours the week, every weekday named
 * @param holidays local dates, in order
 * @param onboardingDate instead of the date of the first conversation with an AI agent; null to go by that
 * @param reopenWindow the deployment's, ISO 8601; it cannot be set here
 * @param assumed whether nobody has set the business hours
 * @param version counted from 1; 0 for the default
 * @param setBy the actor's id; null for the default
 * @param setAt when; null for the default
 */
@Schema(name = "ImpactSettings", description = "When the organization is open, and when its AI began to work.")
record SettingsResponse(
        @Schema(description = "When the organization is open, in its time zone.") WeekDocument businessHours,
        @Schema(description = "Local dates on which it is closed all day, in order.", example = "[\"2026-12-25\"]")
                Collection<LocalDate> holidays,
        @Schema(
                        description = "The local date on which the AI is taken to have begun; null to go by the first"
                                + " conversation with an AI agent.",
                        example = "2026-08-03")
                @Nullable
                LocalDate onboardingDate,
        @Schema(
                        description = "For how long a customer may come back before a closed conversation counts as"
                                + " done: an ISO 8601 duration, here 48 hours. It is the same for everybody and"
                                + " cannot be set here.",
                        example = "PT48H",
                        accessMode = Schema.AccessMode.READ_ONLY)
                String reopenWindow,
        @Schema(
                        description = "Whether the business hours are the default and nobody has set them yet.",
                        example = "false")
                boolean assumed,
        @Schema(
                        description = "How often the settings were saved; 0 for the default. Send it in `If-Match` to"
                                + " change them.",
                        example = "2")
                long version,
        @Schema(description = "The id of the person who saved them; null for the default.", example = "admin-3")
                @Nullable
                String setBy,
        @Schema(description = "When they were saved, in UTC; null for the default.", example = "2026-11-02T03:15:00Z")
                @Nullable
                Instant setAt) {

    static SettingsResponse of(Versioned<ImpactSettings> settings, Duration reopenWindow) {
        return new SettingsResponse(
                WeekDocument.of(settings.value().businessHours().week()),
                List.copyOf(settings.value().businessHours().holidays()),
                settings.value().onboardingDate(),
                reopenWindow.toString(),
                settings.value().businessHours().assumed(),
                settings.version(),
                settings.setBy(),
                settings.setAt());
    }
}
