package com.qontak.aiagent.agents.actions;

import com.fasterxml.jackson.databind.JsonNode;
import com.qontak.aiagent.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Shows the actions a checkpoint can use. */
@RestController
@RequestMapping(path = "/v2/ai_agents/actions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Capability packs")
class ActionsController {

    private final ActionDrawer drawer;

    ActionsController(ActionDrawer drawer) {
        this.drawer = drawer;
    }

    @Schema(name = "ActionDrawer", description = "The actions there are for the organization.")
    record DrawerResponse(
            @Schema(description = "Always the same three groups, in the order to show them.")
                    List<GroupResponse> groups) {}

    @Schema(name = "ActionGroup", description = "Actions of one kind of product.")
    record GroupResponse(
            @Schema(description = "Whose products its actions work on.") ActionGroup group,
            @Schema(description = "Its actions; possibly none.") List<ActionResponse> actions) {}

    @Schema(name = "Action", description = "Something an agent can do in another system.")
    record ActionResponse(
            @Schema(description = "What a checkpoint names it by.", example = "create_ticket") String actionId,
            @Schema(description = "Its name.", example = "Create a ticket") String name,
            @Schema(description = "What it does.", example = "Opens a ticket for the support team.") String description,
            @Schema(
                            description = "JSON Schema of what it must be given.",
                            types = "object",
                            example = "{\"type\": \"object\", \"required\": [\"subject\"]}")
                    JsonNode inputs,
            @Schema(description = "How it proves that it may act for the organization.") ActionAuth auth,
            @Schema(description = "Whether the organization can use it now.") ActionState state) {

        static ActionResponse of(Action action) {
            return new ActionResponse(
                    action.actionId(),
                    action.name(),
                    action.description(),
                    action.inputs(),
                    action.auth(),
                    action.state());
        }
    }

    @GetMapping
    @Operation(
            summary = "List actions",
            description = "Every action there is for the organization, in three groups. One that is not ready may be"
                    + " used in a pack, and works once it is approved or connected.")
    Mono<DrawerResponse> actions(Caller caller) {
        return drawer.actions(caller)
                .map(actions -> new DrawerResponse(Stream.of(ActionGroup.values())
                        .map(group -> group(group, actions))
                        .toList()));
    }

    private static GroupResponse group(ActionGroup group, List<Action> actions) {
        return new GroupResponse(
                group,
                actions.stream()
                        .filter(action -> action.group() == group)
                        .map(ActionResponse::of)
                        .toList());
    }
}
