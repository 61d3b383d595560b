package com.qontak.aiagent.impact.assumptions;

import com.qontak.aiagent.impact.hours.BusinessHours;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When an organization is open, and when its AI began to work.
 *
 * @param businessHours the week and its holidays
 * @param onboardingDate instead of the date of the first room with an AI agent; null to go by that
 */
public record ImpactSettings(BusinessHours businessHours, @Nullable LocalDate onboardingDate) {

    /** What is assumed until somebody sets it. */
    public static final ImpactSettings DEFAULT = new ImpactSettings(BusinessHours.DEFAULT, null);
}
