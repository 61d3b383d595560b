package com.qontak.aiagent.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * One page of a list, as every list is answered.
 *
 * @param data the items of this page, in the list's order; empty past the end
 * @param meta which page it is, and of how many items
 * @param <T> what is listed
 */
public record PageResponse<T>(
        @Schema(description = "The items of this page, in the list's order; empty past the end.") List<T> data,
        @Schema(description = "Which page it is, and of how many items.") Meta meta) {

    /**
     * @param page counted from 1
     * @param perPage 1 to 100
     * @param total items on all pages together
     */
    @Schema(name = "PageMeta", description = "Which page of a list this is.")
    public record Meta(
            @Schema(description = "The page, counted from 1.", example = "1") int page,
            @Schema(description = "Items a page, 1 to 100.", example = "25") int perPage,
            @Schema(description = "Items on all pages together.", example = "2") long total) {}

    /**
     * @param request the page asked for
     * @param data its items
     * @param total items on all pages together
     * @param <T> what is listed
     * @return the answer
     */
    public static <T> PageResponse<T> of(PageRequest request, List<T> data, long total) {
        return new PageResponse<>(List.copyOf(data), new Meta(request.page(), request.perPage(), total));
    }
}
