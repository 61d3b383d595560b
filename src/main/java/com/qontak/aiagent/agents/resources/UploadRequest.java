package com.qontak.aiagent.agents.resources;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form of an upload as the API documents it; {@link UploadForm} reads it. */
@Schema(name = "UploadResource", description = "A file to add to an agent's knowledge. The parts come in any order.")
record UploadRequest(
        @Schema(
                        description = "A pdf, docx, xlsx, csv, md or txt file of up to 20 MiB. Its bytes tell its type,"
                                + " not its name.",
                        type = "string",
                        format = "binary",
                        example = "price-list.pdf",
                        requiredMode = Schema.RequiredMode.REQUIRED)
                String file,
        @Schema(description = "Its title, up to 255 characters; the file's name when left out.", example = "Price list")
                @Nullable
                String title,
        @Schema(
                        description = "The agent's capabilities that look things up in it: one part for each.",
                        example = "[\"order_status\"]")
                @Nullable
                List<String> capabilityIds) {}
