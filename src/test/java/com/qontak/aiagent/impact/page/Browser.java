package com.qontak.aiagent.impact.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.util.HtmlUtils;

/** Shows and prints a page as the customer's browser would, where this machine has one. */
public final class Browser {

    private static final Pattern SHEETS = Pattern.compile("/Type\\s*/Pages\\b.*?/Count (\\d+)|/Count (\\d+)");
    private static final Pattern MEASURED = Pattern.compile("<pre id=\"measured\">(.*?)</pre>", Pattern.DOTALL);

    /** A window can be no narrower than half a desktop; a frame in it can, and its media queries are its own. */
    private static final String FRAME =
            """
            <!DOCTYPE html><meta charset="utf-8">
            <iframe src="page.html" width="%d" height="%d" style="border: 0"></iframe>
            <pre id="measured"></pre>
            <script>
            addEventListener('message', message => {
              document.getElementById('measured').textContent = JSON.stringify(message.data);
            });
            </script>
            """;

    private final Path program;

    private Browser(Path program) {
        this.program = program;
    }

    public static Optional<Browser> find() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Browser::new);
    }

    /** How many sheets of paper the page takes. */
    public int sheets(String html) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("printed-page");
        try {
            return sheets(html, folder);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private int sheets(String html, Path folder) throws IOException, InterruptedException {
        Path page = Files.writeString(folder.resolve("page.html"), html);
        Path pdf = folder.resolve("page.pdf");
        run(
                folder,
                "--no-pdf-header-footer",
                "--print-to-pdf=" + pdf,
                page.toUri().toString());
        Matcher sheets = SHEETS.matcher(Files.readString(pdf, StandardCharsets.ISO_8859_1));
        if (!sheets.find()) {
            throw new IOException("Not a printed page: " + Files.readString(folder.resolve("log")));
        }
        return Integer.parseInt(sheets.group(1) == null ? sheets.group(2) : sheets.group(1));
    }

    /**
     * What {@code measure.js} finds out about the page in a window of that size.
     *
     * @param scheme {@code light} or {@code dark}
     */
    public JsonNode measure(String html, int width, int height, String scheme)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("shown-page");
        try {
            return measure(html, FRAME.formatted(width, height), scheme, folder);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private JsonNode measure(String html, String frameHtml, String scheme, Path folder)
            throws IOException, InterruptedException {
        String script = resource("measure.js");
        Files.writeString(
                folder.resolve("page.html"), html.replace("</body>", "<script>" + script + "</script></body>"));
        Path frame = Files.writeString(folder.resolve("frame.html"), frameHtml);
        run(
                folder,
                "--blink-settings=preferredColorScheme=" + (scheme.equals("dark") ? 0 : 1),
                "--virtual-time-budget=5000",
                "--dump-dom",
                frame.toUri().toString());
        String document = Files.readString(folder.resolve("log"));
        Matcher measured = MEASURED.matcher(document);
        if (!measured.find() || measured.group(1).isEmpty()) {
            throw new IOException("The page was not measured: " + document);
        }
        return new ObjectMapper().readTree(HtmlUtils.htmlUnescape(measured.group(1)));
    }

    private void run(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--no-first-run",
                "--hide-scrollbars",
                "--user-data-dir=" + folder.resolve("profile")));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("The browser did not come to an end");
        }
    }

    private static String resource(String name) throws IOException {
        try (var stream = Browser.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException("No such resource: " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
