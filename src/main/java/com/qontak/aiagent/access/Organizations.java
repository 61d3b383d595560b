package com.qontak.aiagent.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.qontak.aiagent.database.ReadOnlyDatabase;
import com.qontak.aiagent.startup.RequiredRelation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads organizations from the chatbot's Postgres and remembers each for {@code access.organization-cache-ttl}, so
 * that a changed plan or rollout counts within that time on every instance.
 */
@Component
class Organizations implements AllOrganizations, SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(Organizations.class);
    private static final int REMEMBERED = 10_000;

    private static final String SELECT =
            """
            SELECT id, name, plan, settings
            FROM organizations
            WHERE id = :organization_id
            """;

    /** Of all organizations on purpose, for work that is done for each of them. */
    private static final String SELECT_ALL =
            """
            SELECT id, name, plan, settings
            FROM organizations
            ORDER BY id
            """;

    private static final String NOTHING =
            """
            SELECT id, name, plan, settings
            FROM organizations
            WHERE id IS NULL
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Cache<Long, Organization> cache;

    Organizations(@ReadOnlyDatabase JdbcClient jdbc, ObjectMapper json, AccessProperties properties) {
        this.jdbc = jdbc;
        this.json = json;
        this.cache = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(properties.organizationCacheTtl())
                .build();
    }

    @Override
    public void afterSingletonsInstantiated() {
        RequiredRelation.check(jdbc, "organizations", NOTHING);
    }

    /**
     * @param id the organization's id
     * @return the organization, or empty if there is none; absence is not remembered
     * @throws org.springframework.dao.DataAccessException if the database cannot answer
     */
    Optional<Organization> find(long id) {
        Optional<Organization> known = remembered(id);
        if (known.isPresent()) {
            return known;
        }
        Optional<Organization> found = jdbc.sql(SELECT)
                .param("organization_id", id)
                .query(this::organization)
                .optional();
        found.ifPresent(organization -> cache.put(id, organization));
        return found;
    }

    /**
     * The same without asking the database.
     *
     * @param id the organization's id
     * @return the organization if it was read a moment ago
     */
    Optional<Organization> remembered(long id) {
        return Optional.ofNullable(cache.getIfPresent(id));
    }

    @Override
    public List<Organization> all() {
        return jdbc.sql(SELECT_ALL).query(this::organization).list();
    }

    private Organization organization(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        JsonNode settings = settings(id, row.getString("settings"));
        return new Organization(
                id,
                text(row, "name"),
                text(row, "plan"),
                settings.path("ai_agent_engine_version").asInt(1),
                timeZone(id, settings.path("time_zone").asText("")));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    private JsonNode settings(long id, @Nullable String text) {
        try {
            return json.readTree(text == null ? "{}" : text);
        } catch (JsonProcessingException unreadable) {
            log.warn("The settings of organization {} are not JSON; taking its defaults", id);
            return json.createObjectNode();
        }
    }

    private static ZoneId timeZone(long id, String name) {
        if (name.isBlank()) {
            return Organization.DEFAULT_TIME_ZONE;
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            log.warn("Organization {} has an unknown time zone; taking {}", id, Organization.DEFAULT_TIME_ZONE);
            return Organization.DEFAULT_TIME_ZONE;
        }
    }
}
