package com.qontak.aiagent.agents.audit;

import com.qontak.aiagent.database.DatabaseCalls;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tells specialists how the initiative is doing. */
@RestController
@Tag(name = "Initiative")
class KpisController {

    private final SelectKpiCounts select;
    private final DatabaseCalls database;

    KpisController(SelectKpiCounts select, DatabaseCalls database) {
        this.select = select;
        this.database = database;
    }

    @GetMapping(path = "/v2/ai_agents/kpis", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Read the initiative's figures",
            description =
                    "Over all organizations and from the beginning, from the audit trail: each with its target and"
                            + " the counts behind it. For specialists.")
    Mono<KpisResponse> kpis() {
        return database.call(select::counts).map(KpisResponse::of);
    }
}
