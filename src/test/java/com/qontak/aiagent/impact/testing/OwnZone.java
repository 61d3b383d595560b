package com.qontak.aiagent.impact.testing;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** A time zone that this program knows and no database does: from +01:00 to -03:00 in the morning of 4 November 2026. */
public final class OwnZone extends ZoneRulesProvider {

    private static final String NAME = "Test/Own";
    private static final ZoneRules RULES = rules();

    static {
        registerProvider(new OwnZone());
    }

    private OwnZone() {}

    public static ZoneId zone() {
        return ZoneId.of(NAME);
    }

    @Override
    protected Set<String> provideZoneIds() {
        return Set.of(NAME);
    }

    @Override
    protected ZoneRules provideRules(String zoneId, boolean forCaching) {
        return RULES;
    }

    @Override
    protected NavigableMap<String, ZoneRules> provideVersions(String zoneId) {
        return new TreeMap<>(Map.of("1", RULES));
    }

    private static ZoneRules rules() {
        ZoneOffset before = ZoneOffset.ofHours(1);
        List<ZoneOffsetTransition> changes =
                List.of(ZoneOffsetTransition.of(LocalDateTime.of(2026, 11, 4, 9, 0), before, ZoneOffset.ofHours(-3)));
        return ZoneRules.of(before, before, List.of(), changes, List.of());
    }
}
