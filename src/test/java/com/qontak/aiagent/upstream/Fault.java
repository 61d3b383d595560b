package com.qontak.aiagent.upstream;

import static com.qontak.aiagent.upstream.UpstreamCall.ADD_DOCUMENT;
import static com.qontak.aiagent.upstream.UpstreamCall.CREATE_AGENT;
import static com.qontak.aiagent.upstream.UpstreamCall.DELETE_AGENT;
import static com.qontak.aiagent.upstream.UpstreamCall.DELETE_DOCUMENT;
import static com.qontak.aiagent.upstream.UpstreamCall.DRAFT;
import static com.qontak.aiagent.upstream.UpstreamCall.LIST_ACTIONS;
import static com.qontak.aiagent.upstream.UpstreamCall.LIST_AGENTS;
import static com.qontak.aiagent.upstream.UpstreamCall.LIST_DOCUMENTS;
import static com.qontak.aiagent.upstream.UpstreamCall.PREVIEW;
import static com.qontak.aiagent.upstream.UpstreamCall.REFINE;
import static com.qontak.aiagent.upstream.UpstreamCall.STREAM_PREVIEW;
import static com.qontak.aiagent.upstream.UpstreamCall.UPLOAD_DOCUMENT;
import static com.qontak.aiagent.web.ProblemType.CONFLICT;
import static com.qontak.aiagent.web.ProblemType.NOT_FOUND;
import static com.qontak.aiagent.web.ProblemType.TOO_MANY_REQUESTS;
import static com.qontak.aiagent.web.ProblemType.UPSTREAM_FAILED;
import static com.qontak.aiagent.web.ProblemType.UPSTREAM_REFUSED;
import static com.qontak.aiagent.web.ProblemType.UPSTREAM_REJECTED;
import static com.qontak.aiagent.web.ProblemType.UPSTREAM_TIMEOUT;
import static com.qontak.aiagent.web.ProblemType.VERSION_MOVED_ON;

import com.qontak.aiagent.web.ProblemType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One thing an upstream can do wrong, the public answer to it, and what is sent again. */
final class Fault {

    /** Stands in every wrong body: nobody outside may ever see it. */
    static final String SECRET = "host-4711.internal";

    /** The connection is refused: nothing an answer could be. */
    static final Fault REFUSED = broken("refused", Repeats.READS_AND_KEYED, exchange -> {
        throw new IllegalStateException("Nobody answers");
    });

    private static final String OTHER_ID = "5b0d7f6e-0f0f-4c0a-9a52-3f1de2a4c002";
    private static final String ERROR =
            """
            {"error": {"code": "bad_skill", "message": "The skill has no milestone",
                       "path": "/skill_pack/skills/0/milestones", "host": "%s"}}"""
                    .formatted(SECRET);

    /** Every fault but {@link #REFUSED}. */
    static final List<Fault> ANSWERED = answered();

    private final String name;
    private final ProblemType problem;
    private final Repeats repeats;
    private final boolean inTheBody;
    private final Behaviour behaviour;
    private boolean telling;
    private final Map<UpstreamCall, Optional<ProblemType>> otherwise = new EnumMap<>(UpstreamCall.class);

    private Fault(String name, ProblemType problem, Repeats repeats, boolean inTheBody, Behaviour behaviour) {
        this.name = name;
        this.problem = problem;
        this.repeats = repeats;
        this.inTheBody = inTheBody;
        this.behaviour = behaviour;
    }

    private static List<Fault> answered() {
        List<Fault> faults = new ArrayList<>(List.of(
                broken("reset before the headers", Repeats.READS_AND_KEYED, UpstreamExchange::reset)
                        .telling(),
                broken("closed before the headers", Repeats.READS_AND_KEYED, UpstreamExchange::close),
                broken("reset in the headers", Repeats.READS_AND_KEYED, exchange -> {
                    exchange.raw("HTTP/1.1 200 OK\r\nContent-Ty");
                    exchange.reset();
                }),
                inTheBody("reset in the body", UPSTREAM_FAILED, Repeats.READS, exchange -> {
                    exchange.begin(10_000);
                    exchange.write("{\"half\": ");
                    exchange.reset();
                }),
                inTheBody("closed in the body", UPSTREAM_FAILED, Repeats.READS, exchange -> {
                    exchange.begin(10_000);
                    exchange.write("{\"half\": ");
                    exchange.close();
                }),
                new Fault("slow headers", UPSTREAM_TIMEOUT, Repeats.NOTHING, false, UpstreamExchange::hold).telling(),
                inTheBody("silent body", UPSTREAM_TIMEOUT, Repeats.NOTHING, exchange -> {
                    exchange.begin(10_000);
                    exchange.hold();
                }),
                inTheBody("dripping body", UPSTREAM_TIMEOUT, Repeats.NOTHING, exchange -> {
                    exchange.begin(10_000);
                    exchange.drip();
                }),
                new Fault("no HTTP", UPSTREAM_FAILED, Repeats.NOTHING, false, exchange -> {
                    exchange.raw("220 " + SECRET + " ESMTP\r\n\r\n");
                    exchange.close();
                }),
                wrong("200 with a page", exchange -> exchange.page("<html><h1>" + SECRET + "</h1></html>")),
                body("200 without a body", ""),
                body("malformed JSON", "{\"host\": " + SECRET + "}").telling(),
                body("truncated JSON", "{\"host\": \"" + SECRET),
                body("JSON and more", "{} {\"host\": \"" + SECRET + "\"}"),
                body("a list", "[\"" + SECRET + "\"]"),
                body("another field", "{\"host\": \"" + SECRET + "\"}").harmlessIn(DELETE_AGENT, DELETE_DOCUMENT),
                body("oversized JSON", "{\"host\": \"" + SECRET.repeat(2_000) + "\"}"),
                body("deeply nested JSON", "{\"host\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}")));
        faults.addAll(wrongContent());
        faults.addAll(statuses());
        return List.copyOf(faults);
    }

    private static List<Fault> wrongContent() {
        return List.of(
                changed(
                                "unknown word",
                                UPSTREAM_FAILED,
                                body -> body.replaceAll(
                                        "\"(draft|live|paused|queued|mekari_qontak|skill|friendly)\"",
                                        "\"unheard_of\""))
                        .harmlessIn(LIST_ACTIONS, PREVIEW, STREAM_PREVIEW, DRAFT, DELETE_AGENT, DELETE_DOCUMENT),
                changed("another tenant's", NOT_FOUND, body -> body.replaceAll(
                                        "\"organization_id\": \\d+", "\"organization_id\": 1")
                                .replaceAll(
                                        "\"document_id\": \"doc_1\", \"agent_id\": \"[^\"]*\"",
                                        "" + "\"document_id\": \"doc_1\", \"agent_id\": \"" + OTHER_ID + "\""))
                        .telling()
                        .answered(UPSTREAM_FAILED, ADD_DOCUMENT, UPLOAD_DOCUMENT)
                        .harmlessIn(
                                LIST_AGENTS,
                                LIST_DOCUMENTS,
                                LIST_ACTIONS,
                                PREVIEW,
                                STREAM_PREVIEW,
                                DRAFT,
                                REFINE,
                                DELETE_AGENT,
                                DELETE_DOCUMENT),
                changed(
                                "another id or version",
                                UPSTREAM_FAILED,
                                body -> body.startsWith("{\"agent_id\"") || body.startsWith("{\"versions\"")
                                        ? body.replace(HealthyAnswers.AGENT, OTHER_ID)
                                        : body.replace("\"doc_1\"", "\"doc_2\""))
                        .harmlessIn(
                                LIST_AGENTS,
                                CREATE_AGENT,
                                LIST_DOCUMENTS,
                                ADD_DOCUMENT,
                                UPLOAD_DOCUMENT,
                                LIST_ACTIONS,
                                PREVIEW,
                                STREAM_PREVIEW,
                                DRAFT,
                                REFINE,
                                DELETE_AGENT,
                                DELETE_DOCUMENT));
    }

    private static List<Fault> statuses() {
        List<Fault> faults = new ArrayList<>();
        for (String body : new String[] {"", ERROR}) {
            faults.add(status(302, UPSTREAM_FAILED, Repeats.NOTHING, body));
            faults.add(status(400, UPSTREAM_FAILED, Repeats.NOTHING, body));
            faults.add(status(401, UPSTREAM_REFUSED, Repeats.NOTHING, body));
            faults.add(status(403, UPSTREAM_REFUSED, Repeats.NOTHING, body));
            faults.add(ourOwn(status(404, NOT_FOUND, Repeats.NOTHING, body)));
            faults.add(ourOwn(status(409, CONFLICT, Repeats.NOTHING, body)));
            faults.add(ourOwn(status(412, VERSION_MOVED_ON, Repeats.NOTHING, body)));
            faults.add(ourOwn(status(422, UPSTREAM_REJECTED, Repeats.NOTHING, body)));
            faults.add(status(429, TOO_MANY_REQUESTS, Repeats.NOTHING, body));
            faults.add(status(500, UPSTREAM_FAILED, Repeats.READS, body));
            faults.add(status(503, UPSTREAM_FAILED, Repeats.READS, body));
        }
        return faults;
    }

    // These lists are always there, and nothing a caller wrote is in the question.
    private static Fault ourOwn(Fault fault) {
        return fault.answered(UPSTREAM_FAILED, LIST_ACTIONS, LIST_DOCUMENTS);
    }

    private static Fault status(int status, ProblemType problem, Repeats repeats, String body) {
        String name = status + (body.isEmpty() ? " without a body" : " with a body");
        Fault fault = new Fault(name, problem, repeats, false, exchange -> exchange.status(status, body));
        return body.isEmpty() ? fault : fault.telling();
    }

    private static Fault broken(String name, Repeats repeats, Behaviour behaviour) {
        return new Fault(name, UPSTREAM_FAILED, repeats, false, behaviour);
    }

    private static Fault wrong(String name, Behaviour behaviour) {
        return new Fault(name, UPSTREAM_FAILED, Repeats.NOTHING, false, behaviour);
    }

    private static Fault body(String name, String body) {
        return inTheBody(name, UPSTREAM_FAILED, Repeats.NOTHING, exchange -> exchange.ok(body));
    }

    private static Fault changed(String name, ProblemType problem, UnaryOperator<String> change) {
        return new Fault(name, problem, Repeats.NOTHING, false, exchange -> {
            String body = exchange.healthyBody();
            if (body.equals(change.apply(body))) {
                exchange.healthy();
            } else {
                exchange.ok(change.apply(body));
            }
        });
    }

    private static Fault inTheBody(String name, ProblemType problem, Repeats repeats, Behaviour behaviour) {
        return new Fault(name, problem, repeats, true, behaviour);
    }

    private Fault answered(ProblemType problem, UpstreamCall... calls) {
        Arrays.stream(calls).forEach(call -> otherwise.put(call, Optional.of(problem)));
        return this;
    }

    private Fault harmlessIn(UpstreamCall... calls) {
        Arrays.stream(calls).forEach(call -> otherwise.put(call, Optional.empty()));
        return this;
    }

    private Fault telling() {
        telling = true;
        return this;
    }

    /** Whether it stands for others that an operation would be answered the same for. */
    boolean isTelling() {
        return telling;
    }

    /** Whether it takes the whole response timeout. */
    boolean isSlow() {
        return problem == UPSTREAM_TIMEOUT;
    }

    /** The problem that is answered when that call fails like this; empty when it does no harm there. */
    Optional<ProblemType> problem(UpstreamCall call) {
        return otherwise.getOrDefault(call, Optional.of(problem));
    }

    /** How often that call is sent. */
    int attempts(UpstreamCall call) {
        boolean keyed = call == CREATE_AGENT || call == ADD_DOCUMENT;
        return switch (repeats) {
            case NOTHING -> 1;
            case READS -> call.isSafe() ? 2 : 1;
            case READS_AND_KEYED -> call.isSafe() || keyed ? 2 : 1;
        };
    }

    /** Whether it can also happen after the first event of a stream. */
    boolean isInTheBody() {
        return inTheBody;
    }

    void happen(UpstreamExchange exchange) throws IOException {
        behaviour.answer(exchange);
    }

    @Override
    public String toString() {
        return name;
    }

    private enum Repeats {
        NOTHING,
        READS,
        READS_AND_KEYED
    }

    private interface Behaviour {
        void answer(UpstreamExchange exchange) throws IOException;
    }
}
