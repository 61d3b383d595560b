package com.qontak.aiagent.impact.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Prints a page as the customer's browser would, where this machine has one. */
public final class PrintedPage {

    private static final Pattern PAGES = Pattern.compile("/Type\\s*/Pages\\b.*?/Count (\\d+)|/Count (\\d+)");

    private PrintedPage() {}

    public static Optional<Path> browser() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** How many sheets of paper the page takes. */
    public static int sheets(Path browser, String html) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("printed-page");
        Path page = Files.writeString(folder.resolve("page.html"), html);
        Path pdf = folder.resolve("page.pdf");
        Process process = new ProcessBuilder(List.of(
                        browser.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--no-first-run",
                        "--no-pdf-header-footer",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--print-to-pdf=" + pdf,
                        page.toUri().toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("The browser did not finish printing");
        }
        Matcher pages = PAGES.matcher(Files.readString(pdf, StandardCharsets.ISO_8859_1));
        if (!pages.find()) {
            throw new IOException("Not a printed page: " + Files.readString(folder.resolve("log")));
        }
        return Integer.parseInt(pages.group(1) == null ? pages.group(2) : pages.group(1));
    }
}
