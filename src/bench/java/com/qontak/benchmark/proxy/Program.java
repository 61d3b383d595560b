package com.qontak.benchmark.proxy;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that listens on a loopback port. What it says goes to {@code target/bench/<name>.log}. */
final class Program implements AutoCloseable {

    private static final Path LOGS = Path.of("target/bench");
    private static final String JCMD =
            Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final String name;
    private final Process process;
    private final int port;

    private Program(String name, Process process, int port) {
        this.name = name;
        this.process = process;
        this.port = port;
    }

    /**
     * @param name what to call it
     * @param java the launcher of the JVM
     * @param port where it will listen
     * @param arguments the launcher's arguments
     * @return the program, started but not necessarily listening yet
     */
    static Program start(String name, String java, int port, List<String> arguments) throws IOException {
        Files.createDirectories(LOGS);
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(arguments);
        File log = LOGS.resolve(name + ".log").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new Program(name, process, port);
    }

    /** @return a port that nobody listens on */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Waits until a path answers, were it that it is not open to everybody; fails after 90 seconds. */
    Program await(int atPort, String path) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            if (answers(atPort, path)) {
                return this;
            }
            pause();
        }
        close();
        throw new IOException(name + " did not start: see " + LOGS.resolve(name + ".log"));
    }

    int port() {
        return port;
    }

    /** @return what a path of it answers */
    String read(String path) throws IOException {
        URI address = URI.create("http://127.0.0.1:" + port + path);
        try (InputStream answer = address.toURL().openStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** @return the processor time it has taken so far */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** @return what it occupies in memory, in MiB; 0 where the system does not tell */
    long residentMebibytes() throws IOException {
        return status("VmRSS:") / 1024;
    }

    /** @return the most it has occupied in memory so far, in MiB; 0 where the system does not tell */
    long highestResidentMebibytes() throws IOException {
        return status("VmHWM:") / 1024;
    }

    /** @return how many threads of the system it has; 0 where the system does not tell */
    int threads() throws IOException {
        return (int) status("Threads:");
    }

    /**
     * What its heap holds that is still in use. The JVM stops for it, for some tenths of a second.
     *
     * @return bytes, counted right after a full collection
     */
    long liveHeapBytes() throws IOException {
        // A histogram is counted in the same stop as the collection before it, so no garbage is among it.
        return command("GC.class_histogram")
                .lines()
                .filter(line -> line.startsWith("Total"))
                .mapToLong(line -> Long.parseLong(line.strip().replaceAll(".*\\s", "")))
                .findFirst()
                .orElseThrow(() -> new IOException("No histogram of the heap of " + name));
    }

    /**
     * Has its JVM carry out a diagnostic command.
     *
     * @param words the command and its arguments
     * @return what it says
     */
    String command(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(JCMD, Long.toString(process.pid())));
        command.addAll(List.of(words));
        try (InputStream said = new ProcessBuilder(command).start().getInputStream()) {
            return new String(said.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long status(String name) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private static boolean answers(int port, String path) {
        try {
            URI address = URI.create("http://127.0.0.1:" + port + path);
            HttpURLConnection connection =
                    (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            return connection.getResponseCode() < 500;
        } catch (IOException notYet) {
            return false;
        }
    }

    private void pause() {
        try {
            process.waitFor(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
