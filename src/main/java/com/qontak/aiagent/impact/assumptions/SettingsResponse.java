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
        WeekDocument businessHours,
        Collection<LocalDate> holidays,
        @Nullable LocalDate onboardingDate,
        @Schema(example = "PT48H", accessMode = Schema.AccessMode.READ_ONLY) String reopenWindow,
        boolean assumed,
        long version,
        @Nullable String setBy,
        @Nullable Instant setAt) {

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
