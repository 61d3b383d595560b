package com.qontak.aiagent.agents.resources;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** The kinds of file that can be read, told apart by their bytes alone: a name proves nothing. */
enum FileType {
    PDF("application/pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** Plain text, Markdown and CSV: their bytes do not tell them apart. */
    TEXT("text/plain");

    /** How many bytes of a file are looked at. */
    static final int PREFIX = 64 * 1024;

    // A note that begins with "Subject:" looks like a letter, and is text all the same.
    private static final Set<String> TEXTS = Set.of("text/plain", "message/rfc822", "message/news");

    private final String mediaType;

    FileType(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /**
     * @param prefix the first {@link #PREFIX} bytes, or all of a shorter file
     * @return the type; empty for one that cannot be read
     */
    static Optional<FileType> of(byte[] prefix) {
        if (OfficeContainer.isZip(prefix)) {
            return OfficeContainer.typeOf(prefix);
        }
        String detected = detect(prefix);
        if (detected.equals(PDF.mediaType)) {
            return Optional.of(PDF);
        }
        return TEXTS.contains(detected) ? Optional.of(TEXT) : Optional.empty();
    }

    private static String detect(byte[] prefix) {
        try {
            // Without a name in the metadata, only the bytes can count.
            return Detector.TYPES
                    .detect(new ByteArrayInputStream(prefix), new Metadata())
                    .getBaseType()
                    .toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Read once, with the first upload: it is a large table. */
    private static final class Detector {
        private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
    }
}
