package com.qontak.aiagent.impact.aggregates;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What an answer asks of the service's own schema.
 *
 * @param days which days are counted, and what the logs said of them
 * @param counts their rooms with an AI agent
 * @param lengths their rooms by outcome, and how long they took
 * @param live what is not counted, from the copy
 */
record Queries(SelectDays days, SelectCounts counts, SelectLengths lengths, SelectLive live) {

    static Queries on(JdbcClient own) {
        return new Queries(new SelectDays(own), new SelectCounts(own), new SelectLengths(own), new SelectLive(own));
    }
}
