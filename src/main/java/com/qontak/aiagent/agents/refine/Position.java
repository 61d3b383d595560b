package com.qontak.aiagent.agents.refine;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where an item goes in a list, said so that it holds whichever other changes are applied with it: behind an item that
 * no change of the same difference touches, and among those that go to the same place, in the order of their index.
 *
 * @param index the item's index, from 0, once all changes are applied
 * @param after the id of the nearest item before it that stays where it is; null when it goes to the front
 */
public record Position(
        @Schema(description = "Its index in the list, from 0, once all changes are applied.", example = "1") int index,
        @Schema(
                        description = "The id of the item it stands behind; null when it comes first.",
                        example = "order_status")
                @Nullable
                String after) {}
