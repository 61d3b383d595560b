package com.qontak.aiagent.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;

/** The first page of the OpenAPI document: what this is, how to be let in, and its groups in the order of work. */
final class ApiDescription {

    private static final String BEARER = "bearer";
    private static final String ORGANIZATION = "organization";

    private static final String INTRODUCTION =
            """
            Build autonomous AI agents from a prompt to live, and see what they do for your customers.

            **To try a call here,** press *Authorize* and paste an access token. You get one by signing in to the
            platform: it is what the web application sends with each of its calls. It belongs to you and to your
            organization, and is good until it expires. A specialist who works for another organization fills in its
            id there, too. Then open a call, press *Execute*, and read the answer below it.

            **When something is wrong,** the answer is a problem document (RFC 9457), in English or, with
            `Accept-Language: id`, in Indonesian. It says what is the matter and what to do; `findings` names each
            place to correct. Every call gives an example of each kind of problem it can answer. Beside them, any call
            answers 405 for a method and 406 for a format that it does not have.

            **Times** are in UTC, dates are local dates of the organization. Fields may be added to answers at any
            time; none is renamed or taken away within this version.""";

    private ApiDescription() {}

    static OpenAPI document() {
        return new OpenAPI()
                .info(new Info()
                        .title("AI agents and their impact")
                        .version("2")
                        .contact(new Contact().name("The AI agent team"))
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0"))
                        .description(INTRODUCTION))
                .servers(List.of(new Server().url("/").description("This service")))
                .components(new Components()
                        .addSecuritySchemes(BEARER, token())
                        .addSecuritySchemes(ORGANIZATION, organization()))
                .security(List.of(
                        new SecurityRequirement().addList(BEARER),
                        new SecurityRequirement().addList(BEARER).addList(ORGANIZATION)))
                .tags(List.of(
                        tag("Capability packs", "Draft and check what an agent can do, before anything is saved."),
                        tag("Agents", "Keep agents: save, list, read, change, delete."),
                        tag("Resources", "Give an agent knowledge: files, pages, snippets."),
                        tag("Preview", "Talk to an agent as a customer would, before any customer does."),
                        tag("Refinement", "Improve an agent in conversation, with changes to review and apply."),
                        tag("Publishing", "Let customers meet an agent, and withdraw it."),
                        tag("Versions", "See what was changed, when and by whom, and go back."),
                        tag("Migration", "Move legacy agents over from the tree diagram, for specialists."),
                        tag("Impact report", "What the AI did for your customers, how well, and what it is worth."),
                        tag("Impact settings", "What the report assumes: business hours, minutes and cost."),
                        tag("Initiative", "How building autonomous agents is doing, for specialists."),
                        tag("Problems", "What each kind of problem means, and what to do about it.")));
    }

    private static SecurityScheme token() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description(
                        "Your access token, without the word Bearer: the one you get by signing in to the platform.");
    }

    private static SecurityScheme organization() {
        return new SecurityScheme()
                .type(SecurityScheme.Type.APIKEY)
                .in(SecurityScheme.In.HEADER)
                .name("X-Organization-Id")
                .description("For specialists only, beside the token: the id of the organization to act for, such as 1."
                        + " Leave it empty to work for your own.");
    }

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }
}
