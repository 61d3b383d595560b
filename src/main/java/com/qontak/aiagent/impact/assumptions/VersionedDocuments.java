package com.qontak.aiagent.impact.assumptions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One kind of document for each organization, every version kept.
 *
 * @param <D> the document
 */
final class VersionedDocuments<D> {

    private static final String CURRENT =
            """
            select version, document, set_by, set_at
            from ai_agent_bff.impact_assumption
            where organization_id = :organizationId
              and kind = :kind
            order by version desc
            limit 1
            """;

    private static final String HISTORY =
            """
            select version, document, set_by, set_at
            from ai_agent_bff.impact_assumption
            where organization_id = :organizationId
              and kind = :kind
            order by version desc
            limit :limit
            offset :offset
            """;

    private static final String COUNT =
            """
            select count(*)
            from ai_agent_bff.impact_assumption
            where organization_id = :organizationId
              and kind = :kind
            """;

    private static final String INSERT =
            """
            insert into ai_agent_bff.impact_assumption (organization_id, kind, version, document, set_by, set_at)
            values (:organizationId, :kind, :version, cast(:document as jsonb), :setBy, :setAt)
            on conflict do nothing
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final String kind;
    private final Class<D> type;

    VersionedDocuments(JdbcClient jdbc, ObjectMapper json, String kind, Class<D> type) {
        this.jdbc = jdbc;
        this.json = json;
        this.kind = kind;
        this.type = type;
    }

    /**
     * @param organizationId the tenant
     * @return the version that stands; empty when none was ever set
     */
    Optional<Versioned<D>> current(long organizationId) {
        return jdbc.sql(CURRENT)
                .param("organizationId", organizationId)
                .param("kind", kind)
                .query(this::row)
                .optional();
    }

    /**
     * @param organizationId the tenant
     * @param limit how many at most
     * @param offset how many to pass over
     * @return the versions, newest first; empty past the end
     */
    List<Versioned<D>> history(long organizationId, int limit, long offset) {
        return jdbc.sql(HISTORY)
                .param("organizationId", organizationId)
                .param("kind", kind)
                .param("limit", limit)
                .param("offset", offset)
                .query(this::row)
                .list();
    }

    /**
     * @param organizationId the tenant
     * @return how many versions there are
     */
    long count(long organizationId) {
        return jdbc.sql(COUNT)
                .param("organizationId", organizationId)
                .param("kind", kind)
                .query(Long.class)
                .single();
    }

    /**
     * @param organizationId the tenant
     * @param next the version to add
     * @return whether it was added; not when somebody else was first
     */
    boolean add(long organizationId, Versioned<D> next) {
        Instant setAt = next.setAt();
        if (setAt == null) {
            throw new IllegalArgumentException("A version is set at some time");
        }
        return jdbc.sql(INSERT)
                        .param("organizationId", organizationId)
                        .param("kind", kind)
                        .param("version", next.version())
                        .param("document", write(next.value()))
                        .param("setBy", next.setBy())
                        .param("setAt", setAt.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private Versioned<D> row(ResultSet result, int number) throws SQLException {
        return new Versioned<>(
                read(result.getString("document")),
                result.getLong("version"),
                result.getString("set_by"),
                result.getObject("set_at", OffsetDateTime.class).toInstant());
    }

    private D read(String document) {
        try {
            return json.readValue(document, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A kept " + kind + " cannot be read any more", unreadable);
        }
    }

    private String write(D document) {
        try {
            return json.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A checked " + kind + " is always JSON", impossible);
        }
    }
}
