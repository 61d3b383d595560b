package com.qontak.aiagent.agents.resources;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
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
        MediaType detected = detect(prefix);
        if (detected.toString().equals(PDF.mediaType)) {
            return Optional.of(PDF);
        }
        return Detector.isText(detected) && Prose.isProse(prefix) ? Optional.of(TEXT) : Optional.empty();
    }

    private static MediaType detect(byte[] prefix) {
        try {
            // Without a name in the metadata, only the bytes can count.
            return Detector.TYPES
                    .detect(new ByteArrayInputStream(prefix), new Metadata())
                    .getBaseType();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Read once, with the first upload: it is a large table. */
    private static final class Detector {
        private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

        // What looks like a letter, a batch file or a page is a kind of text to Tika as well.
        private static boolean isText(MediaType type) {
            return TYPES.getMediaTypeRegistry().isInstanceOf(type, MediaType.TEXT_PLAIN);
        }
    }
}
