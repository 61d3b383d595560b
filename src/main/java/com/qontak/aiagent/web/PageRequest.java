package com.qontak.aiagent.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param page counted from 1
 * @param perPage 1 to 100
 */
public record PageRequest(int page, int perPage) {

    private static final int DEFAULT_PER_PAGE = 25;
    private static final int MAX_PER_PAGE = 100;
    private static final int MAX_PAGE = 1_000_000;

    /**
     * @param page the query's {@code page}, null for the first
     * @param perPage the query's {@code per_page}, null for 25
     * @return the page asked for
     * @throws ProblemException {@code invalid-input} (422) naming every parameter out of range
     */
    public static PageRequest of(@Nullable Integer page, @Nullable Integer perPage) {
        List<Finding> findings = new ArrayList<>();
        if (page != null && (page < 1 || page > MAX_PAGE)) {
            findings.add(Finding.error("invalid_format", "/page", 1, MAX_PAGE).worded("out_of_range"));
        }
        if (perPage != null && (perPage < 1 || perPage > MAX_PER_PAGE)) {
            findings.add(Finding.error("invalid_format", "/per_page", 1, MAX_PER_PAGE)
                    .worded("out_of_range"));
        }
        if (!findings.isEmpty()) {
            throw new ProblemException(ProblemType.INVALID_INPUT, findings);
        }
        return new PageRequest(page == null ? 1 : page, perPage == null ? DEFAULT_PER_PAGE : perPage);
    }
}
