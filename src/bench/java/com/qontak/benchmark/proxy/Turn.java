package com.qontak.benchmark.proxy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One turn of a preview, read as it is told. */
final class Turn {

    private static final Pattern TOKEN = Pattern.compile("\"text\":\\s*\"(\\d+) (\\d+)\"");

    private final List<Token> tokens = new ArrayList<>();
    private final Runnable onFirst;
    private boolean done;

    private Turn(Runnable onFirst) {
        this.onFirst = onFirst;
    }

    /**
     * A token that came when it was its turn.
     *
     * @param received when the whole line was there, as {@link System#nanoTime()} has it
     * @param delay nanoseconds since the upstream sent it. Both sides read the clock that the machine's JVMs share: that
     *     of HotSpot counts from the start of the system.
     */
    record Token(long received, long delay) {}

    static byte[] request(Target target, int tokens, int everyMillis) {
        String body = "{\"message\": \"" + UpstreamStub.turn(tokens, everyMillis) + "\"}";
        return target.post("text/event-stream", "application/json", body.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Sends the request and reads to the end of the answer.
     *
     * @param onFirst called at the first token
     * @return the tokens that came in their order, before the event that ends a turn
     * @throws IOException if the answer is not a 2xx, breaks off, or ends in another way
     */
    static List<Token> read(Connection connection, byte[] request, Runnable onFirst) throws IOException {
        Turn turn = new Turn(onFirst);
        connection.ask(request);
        connection.lines(turn::take);
        if (!turn.done) {
            throw new IOException("No end after " + turn.tokens.size() + " tokens");
        }
        return turn.tokens;
    }

    private void take(String line) {
        long now = System.nanoTime();
        Matcher token = TOKEN.matcher(line);
        if (token.find() && Integer.parseInt(token.group(1)) == tokens.size()) {
            tokens.add(new Token(now, now - Long.parseLong(token.group(2))));
            if (tokens.size() == 1) {
                onFirst.run();
            }
        }
        done |= line.startsWith("event:") && line.endsWith("done");
    }
}
