package com.qontak.aiagent.web;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.NamingBase;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;

/** The public spelling of a Java name. */
final class Naming {

    private static final NamingBase SNAKE_CASE = new SnakeCaseStrategy();

    private Naming() {}

    static String snakeCase(String javaName) {
        return SNAKE_CASE.translate(javaName);
    }
}
