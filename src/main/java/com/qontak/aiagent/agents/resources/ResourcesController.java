package com.qontak.aiagent.agents.resources;

import com.qontak.aiagent.access.Caller;
import com.qontak.aiagent.agents.AgentUuid;
import com.qontak.aiagent.web.Messages;
import com.qontak.aiagent.web.PageRequest;
import com.qontak.aiagent.web.PageResponse;
import com.qontak.aiagent.web.idempotency.Idempotent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.AsyncWebRequest;
import org.springframework.web.context.request.async.WebAsyncUtils;
import reactor.core.publisher.Mono;

/** Keeps what an agent knows: list, add, upload, read, delete. */
@RestController
@RequestMapping(path = ResourcesController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Resources")
class ResourcesController {

    static final String PATH = "/v2/ai_agents/{ai_agent_uuid}/resources";

    // Longer than the container waits for the next byte of a body, which is a minute.
    private static final Duration LEAVING = Duration.ofSeconds(90);

    private static final String ACCEPTED =
            "Accepted, and `queued`: read it at `Location` until it is `ready` or has `failed`.";

    private static final String DESCRIPTION = "Adds a web page or a snippet as JSON, or uploads a file as"
            + " `multipart/form-data`, for which a file has to be chosen. (Here, press *Reset* after changing from one to"
            + " the other.) The answer does not wait until the agent knows it.";

    private final ResourceService resources;
    private final ResourceProperties properties;
    private final Messages messages;

    ResourcesController(ResourceService resources, ResourceProperties properties, Messages messages) {
        this.resources = resources;
        this.properties = properties;
        this.messages = messages;
    }

    @GetMapping
    @Operation(summary = "List an agent's resources", description = "What the agent knows, newest first.")
    Mono<PageResponse<ResourceResponse>> list(
            Caller caller,
            @PathVariable("ai_agent_uuid") String aiAgentUuid,
            @RequestParam(required = false) @Nullable Integer page,
            @RequestParam(name = "per_page", required = false) @Nullable Integer perPage,
            Locale locale) {
        PageRequest asked = PageRequest.of(page, perPage);
        return resources
                .list(caller, AgentUuid.parse(aiAgentUuid), asked)
                .map(listed -> PageResponse.of(
                        asked,
                        listed.items().stream()
                                .map(resource -> ResourceResponse.of(resource, messages, locale))
                                .toList(),
                        listed.total()));
    }

    @Idempotent
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Add a resource",
            description = DESCRIPTION,
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = AddResourceRequest.class))))
    @ApiResponse(responseCode = "202", description = ACCEPTED, useReturnTypeSchema = true)
    Mono<ResponseEntity<ResourceResponse>> add(
            Caller caller,
            @PathVariable("ai_agent_uuid") String aiAgentUuid,
            @RequestBody AddResourceRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            Locale locale) {
        UUID agent = AgentUuid.parse(aiAgentUuid);
        return resources.add(caller, agent, request, idempotencyKey).map(added -> accepted(agent, added, locale));
    }

    @Idempotent
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Add a resource",
            description = DESCRIPTION,
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = UploadRequest.class))))
    @ApiResponse(responseCode = "202", description = ACCEPTED, useReturnTypeSchema = true)
    Mono<ResponseEntity<ResourceResponse>> upload(
            Caller caller,
            @PathVariable("ai_agent_uuid") String aiAgentUuid,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            Locale locale) {
        UUID agent = AgentUuid.parse(aiAgentUuid);
        waitForUpload(request);
        return resources
                .upload(caller, agent, request, idempotencyKey)
                // The rest of the body may not have been read, so the connection cannot serve another request.
                .doOnError(failure -> response.setHeader(HttpHeaders.CONNECTION, "close"))
                .map(added -> accepted(agent, added, locale));
    }

    @GetMapping("/{resource_id}")
    @Operation(
            summary = "Read a resource",
            description = "How far it has come; one that failed says why in the caller's language.")
    Mono<ResourceResponse> get(
            Caller caller,
            @PathVariable("ai_agent_uuid") String aiAgentUuid,
            @Parameter(
                            description = "The resource's id, as the list of resources has it.",
                            example = "doc_kebijakan_retur")
                    @PathVariable("resource_id")
                    String resourceId,
            Locale locale) {
        return resources
                .get(caller, AgentUuid.parse(aiAgentUuid), resourceId)
                .map(resource -> ResourceResponse.of(resource, messages, locale));
    }

    @DeleteMapping("/{resource_id}")
    @Operation(summary = "Delete a resource", description = "The agent forgets it. This cannot be undone.")
    @ApiResponse(responseCode = "204", description = "Deleted.")
    Mono<ResponseEntity<Void>> delete(
            Caller caller,
            @PathVariable("ai_agent_uuid") String aiAgentUuid,
            @Parameter(
                            description = "The resource's id, as the list of resources has it.",
                            example = "doc_kebijakan_retur")
                    @PathVariable("resource_id")
                    String resourceId) {
        return resources
                .delete(caller, AgentUuid.parse(aiAgentUuid), resourceId)
                .thenReturn(ResponseEntity.noContent().build());
    }

    // A slow line may take longer over a large file than any other request may take.
    private void waitForUpload(HttpServletRequest request) {
        AsyncWebRequest pending = WebAsyncUtils.getAsyncManager(request).getAsyncWebRequest();
        if (pending != null) {
            pending.setTimeout(properties.uploadTimeout().plus(LEAVING).toMillis());
        }
    }

    private ResponseEntity<ResourceResponse> accepted(UUID aiAgentUuid, Resource resource, Locale locale) {
        return ResponseEntity.accepted()
                .location(URI.create("/v2/ai_agents/" + aiAgentUuid + "/resources/" + resource.resourceId()))
                .body(ResourceResponse.of(resource, messages, locale));
    }
}
