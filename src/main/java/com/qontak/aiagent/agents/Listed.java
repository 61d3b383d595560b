package com.qontak.aiagent.agents;

import java.util.List;

/**
 * One page of a list.
 *
 * @param items the items of the page, in the list's order
 * @param total items on all pages together
 * @param <T> what is listed
 */
public record Listed<T>(List<T> items, long total) {

    /** Copies the items, so that a page never changes. */
    public Listed {
        items = List.copyOf(items);
    }
}
