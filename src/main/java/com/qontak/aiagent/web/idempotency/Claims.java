package com.qontak.aiagent.web.idempotency;

import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may answer for a key, and what was answered; shared by all instances through one table. Blocks briefly. */
@Component
class Claims {

    static final Duration KEPT = Duration.ofHours(24);
    static final Duration LOCKED = Duration.ofMinutes(5);
    static final Duration UPLOAD_LOCKED = Duration.ofMinutes(15);
    static final int REMOVED_AT_ONCE = 1000;

    private static final String RETRY_AFTER_SECONDS = "2";
    private static final int ATTEMPTS = 3;

    private static final String CLAIM =
            """
            INSERT INTO ai_agent_bff.idempotent_request AS r
                (organization_id, idempotency_key, fingerprint, holder, locked_until, expires_at)
            VALUES (:organization_id, :key, :fingerprint, :holder, :locked_until, :expires_at)
            ON CONFLICT (organization_id, idempotency_key) DO UPDATE
            SET fingerprint = excluded.fingerprint, upload_digest = NULL, holder = excluded.holder,
                locked_until = excluded.locked_until, in_doubt = r.expires_at > :now, expires_at = excluded.expires_at,
                status = NULL, content_type = NULL, etag = NULL, location = NULL, body = NULL
            WHERE r.expires_at <= :now
               OR (r.status IS NULL AND r.locked_until <= :now AND r.fingerprint = excluded.fingerprint)
            """;

    private static final String SELECT =
            """
            SELECT fingerprint, upload_digest, status, content_type, etag, location, body
            FROM ai_agent_bff.idempotent_request
            WHERE organization_id = :organization_id AND idempotency_key = :key
            """;

    private static final String ANSWER =
            """
            UPDATE ai_agent_bff.idempotent_request
            SET upload_digest = :upload_digest, status = :status, content_type = :content_type, etag = :etag,
                location = :location, body = :body
            WHERE organization_id = :organization_id AND idempotency_key = :key AND holder = :holder
            """;

    private static final String RELEASE =
            """
            DELETE FROM ai_agent_bff.idempotent_request
            WHERE organization_id = :organization_id AND idempotency_key = :key AND holder = :holder
              AND status IS NULL AND NOT in_doubt
            """;

    private static final String UNLOCK =
            """
            UPDATE ai_agent_bff.idempotent_request
            SET locked_until = :now, in_doubt = true
            WHERE organization_id = :organization_id AND idempotency_key = :key AND holder = :holder
              AND status IS NULL
            """;

    // Of all organizations, and so on every node of a sharded database; few rows at a time, none that another
    // instance is removing.
    private static final String REMOVE_EXPIRED =
            """
            DELETE FROM ai_agent_bff.idempotent_request
            WHERE (organization_id, idempotency_key) IN (
                SELECT organization_id, idempotency_key
                FROM ai_agent_bff.idempotent_request
                WHERE expires_at <= :now
                ORDER BY expires_at
                LIMIT :most
                FOR UPDATE SKIP LOCKED)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    Claims(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Claims the key, unless it is answered or held.
     *
     * @param lock how long no other run may begin while there is no answer: longer than any run takes
     * @return empty if the claim is now the holder's; else what was answered
     * @throws ProblemException {@code request-in-progress} (409) or {@code idempotency-key-reused} (422)
     */
    Optional<Answered> take(Claim claim, byte[] fingerprint, Duration lock) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (claim(claim, fingerprint, lock)) {
                return Optional.empty();
            }
            Optional<Row> row = jdbc.sql(SELECT)
                    .param("organization_id", claim.organizationId())
                    .param("key", claim.key())
                    .query(Claims::row)
                    .optional();
            if (row.isPresent()) {
                return Optional.of(row.get().answered(fingerprint));
            }
            // Released between the two statements: it can be claimed now.
        }
        throw inProgress();
    }

    void answer(Claim claim, StoredAnswer answer, byte @Nullable [] uploadDigest) {
        jdbc.sql(ANSWER)
                .param("upload_digest", uploadDigest, Types.BINARY)
                .param("status", answer.status())
                .param("content_type", answer.contentType(), Types.VARCHAR)
                .param("etag", answer.etag(), Types.VARCHAR)
                .param("location", answer.location(), Types.VARCHAR)
                .param("body", answer.body())
                .param("organization_id", claim.organizationId())
                .param("key", claim.key())
                .param("holder", claim.holder())
                .update();
    }

    /**
     * Gives the key up after a run that certainly did nothing: it is as if it had never been used, unless a run before may
     * have done something.
     */
    void release(Claim claim) {
        int released = jdbc.sql(RELEASE)
                .param("organization_id", claim.organizationId())
                .param("key", claim.key())
                .param("holder", claim.holder())
                .update();
        if (released == 0) {
            unlock(claim);
        }
    }

    /** Lets the very same request run again at once, after a run that may have done something. */
    void unlock(Claim claim) {
        jdbc.sql(UNLOCK)
                .param("now", time(clock.instant()))
                .param("organization_id", claim.organizationId())
                .param("key", claim.key())
                .param("holder", claim.holder())
                .update();
    }

    /** @return how many were removed; {@link #REMOVED_AT_ONCE} if there may be more */
    int removeExpired() {
        return jdbc.sql(REMOVE_EXPIRED)
                .param("now", time(clock.instant()))
                .param("most", REMOVED_AT_ONCE)
                .update();
    }

    private boolean claim(Claim claim, byte[] fingerprint, Duration lock) {
        Instant now = clock.instant();
        return jdbc.sql(CLAIM)
                        .param("organization_id", claim.organizationId())
                        .param("key", claim.key())
                        .param("fingerprint", fingerprint)
                        .param("holder", claim.holder())
                        .param("locked_until", time(now.plus(lock)))
                        .param("expires_at", time(now.plus(KEPT)))
                        .param("now", time(now))
                        .update()
                == 1;
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        int status = row.getInt("status");
        StoredAnswer answer = row.wasNull()
                ? null
                : new StoredAnswer(
                        status,
                        row.getString("content_type"),
                        row.getString("etag"),
                        row.getString("location"),
                        row.getBytes("body"));
        return new Row(row.getBytes("fingerprint"), row.getBytes("upload_digest"), answer);
    }

    private static ProblemException inProgress() {
        return new ProblemException(
                ProblemType.REQUEST_IN_PROGRESS,
                List.of(),
                List.of(),
                Map.of(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS),
                null);
    }

    /**
     * What was answered.
     *
     * @param uploadDigest of the body that got this answer, null unless it was an upload
     */
    record Answered(StoredAnswer answer, byte @Nullable [] uploadDigest) {

        /** @throws ProblemException {@code idempotency-key-reused} (422) if another upload got this answer */
        StoredAnswer forUpload(byte[] digest) {
            if (!Arrays.equals(uploadDigest, digest)) {
                throw new ProblemException(ProblemType.IDEMPOTENCY_KEY_REUSED);
            }
            return answer;
        }
    }

    private record Row(byte[] fingerprint, byte @Nullable [] uploadDigest, @Nullable StoredAnswer answer) {

        Answered answered(byte[] asked) {
            if (!Arrays.equals(fingerprint, asked)) {
                throw new ProblemException(ProblemType.IDEMPOTENCY_KEY_REUSED);
            }
            if (answer == null) {
                throw inProgress();
            }
            return new Answered(answer, uploadDigest);
        }
    }
}
