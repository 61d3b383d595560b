package com.qontak.aiagent.database;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * Marks the {@code DataSource} or {@code JdbcClient} for {@code rooms}, {@code organizations} and
 * {@code ai_activity_logs}: its sessions cannot write. Unmarked ones are for the service's own schema.
 */
@Qualifier("readOnlyDatabase")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.PARAMETER, ElementType.FIELD})
public @interface ReadOnlyDatabase {}
