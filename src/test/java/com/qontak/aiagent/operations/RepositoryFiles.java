package com.qontak.aiagent.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of the repository, named as from its top; not what was built or installed, nor the code of the service. */
final class RepositoryFiles {

    private static final Set<String> LEFT_OUT = Set.of(".git", "node_modules", "target", "main", "test");
    private static final byte[] SHEBANG = "#!".getBytes(StandardCharsets.US_ASCII);

    private RepositoryFiles() {}

    static Stream<Path> ending(String name) {
        return all().stream().filter(file -> file.toString().endsWith(name));
    }

    /** Those that the shell runs, but the wrapper of Maven, which is somebody else's. */
    static List<Path> scripts() {
        return all().stream()
                .filter(file -> isScript(file) && !file.equals(Path.of("mvnw")))
                .toList();
    }

    static boolean isScript(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var content = Files.newInputStream(file)) {
            return Arrays.equals(content.readNBytes(SHEBANG.length), SHEBANG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> all() {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(Path.of(""), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return LEFT_OUT.contains(folder.getFileName().toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(file);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files.stream().sorted().toList();
    }
}
