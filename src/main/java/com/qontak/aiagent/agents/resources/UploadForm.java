package com.qontak.aiagent.agents.resources;

import com.qontak.aiagent.web.Finding;
import com.qontak.aiagent.web.Pointers;
import com.qontak.aiagent.web.ProblemException;
import com.qontak.aiagent.web.ProblemType;
import com.qontak.aiagent.web.SizeInCharacters;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.jspecify.annotations.Nullable;

/**
 * A {@code multipart/form-data} body, read from front to back, once. Its parts may come in any order. Every call waits
 * for the caller of the service to send.
 */
final class UploadForm {

    private static final String FILE = "file";
    private static final int LONGEST_FIELD = 4 * 1024;
    // A file name of 255 characters takes a kilobyte, and browsers write some characters of it longer still.
    private static final int LONGEST_HEADER = 8 * 1024;
    private static final int MOST_FINDINGS = 20;
    private static final int LONGEST_ID = 64;

    private final FileItemInputIterator parts;
    private final Set<String> knownCapabilities;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> capabilityIds = new ArrayList<>();
    private String title = "";
    private @Nullable FileItemInput file;

    /**
     * @param knownCapabilities the ids of the agent's capabilities
     * @throws IOException if the body is no form
     */
    UploadForm(ArrivingBody body, Set<String> knownCapabilities) throws IOException {
        this.knownCapabilities = knownCapabilities;
        JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory> form = new JakartaServletFileUpload<>();
        form.setHeaderCharset(StandardCharsets.UTF_8);
        form.setMaxPartHeaderSize(LONGEST_HEADER);
        this.parts = form.getItemIterator(body);
    }

    /**
     * Reads up to the first byte of the file.
     *
     * @throws ProblemException {@code invalid-input} if there is no file, or something before it cannot be used
     */
    InputStream file() throws IOException {
        while (file == null && parts.hasNext()) {
            take(parts.next());
        }
        if (file == null) {
            findings.add(Finding.error("required", "/file", FILE));
        }
        refuse();
        return opened().getInputStream();
    }

    /** The name of the file without a directory, fit to be shown in a line. */
    String fileName() {
        String sent = opened().getName();
        String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "_")
                .strip();
        if (name.isEmpty()) {
            return FILE;
        }
        int excess = SizeInCharacters.of(name) - AddResourceRequest.LONGEST_TITLE;
        return excess <= 0 ? name : name.substring(name.offsetByCodePoints(0, excess));
    }

    /**
     * Reads what comes after the file.
     *
     * @throws ProblemException {@code invalid-input} if something in it cannot be used
     */
    Upload.Details details() throws IOException {
        while (parts.hasNext()) {
            take(parts.next());
        }
        refuse();
        return new Upload.Details(title.isEmpty() ? fileName() : title, capabilityIds);
    }

    private FileItemInput opened() {
        if (file == null) {
            throw new IllegalStateException("The file has not been reached");
        }
        return file;
    }

    private void take(FileItemInput part) throws IOException {
        switch (part.getFieldName()) {
            case FILE -> takeFile(part);
            case "title" -> takeTitle(text(part).strip());
            case "capability_ids" -> takeCapability(text(part).strip());
            default ->
                findings.add(Finding.error(
                        "unknown_field", "/" + Pointers.escape(part.getFieldName()), part.getFieldName()));
        }
        if (findings.size() >= MOST_FINDINGS) {
            refuse();
        }
    }

    private void takeFile(FileItemInput part) {
        if (file != null) {
            findings.add(Finding.error("too_many", "/file", 1));
        } else if (!part.isFormField()) {
            file = part;
        }
    }

    private void takeTitle(String text) {
        title = text;
        if (SizeInCharacters.of(text) > AddResourceRequest.LONGEST_TITLE) {
            findings.add(Finding.error("too_long", "/title", AddResourceRequest.LONGEST_TITLE));
        }
    }

    private void takeCapability(String id) {
        String pointer = "/capability_ids/" + capabilityIds.size();
        if (capabilityIds.size() == AddResourceRequest.MOST_CAPABILITIES) {
            findings.add(Finding.error("too_many", "/capability_ids", AddResourceRequest.MOST_CAPABILITIES));
            refuse();
        } else if (SizeInCharacters.of(id) > LONGEST_ID) {
            findings.add(Finding.error("too_long", pointer, LONGEST_ID));
        } else if (!knownCapabilities.contains(id)) {
            findings.add(Finding.error("unknown_capability", pointer, id));
        }
        capabilityIds.add(id);
    }

    private void refuse() {
        if (!findings.isEmpty()) {
            throw new ProblemException(ProblemType.INVALID_INPUT, findings);
        }
    }

    private static String text(FileItemInput part) throws IOException {
        return new String(part.getInputStream().readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8);
    }
}
