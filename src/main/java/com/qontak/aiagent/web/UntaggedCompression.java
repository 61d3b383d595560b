package com.qontak.aiagent.web;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.gzip.GzipHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.compression.DeflaterPool;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.Compression;

/**
 * Compresses answers that have no strong entity tag. One that has is sent as it is: a strong tag promises the same bytes,
 * and Jetty would give the compressed ones a tag of their own, where the version in it is what callers send back.
 */
final class UntaggedCompression extends GzipHandler {

    private static final String ANSWER = UntaggedCompression.class.getName();

    UntaggedCompression(Compression settings) {
        setMinGzipSize((int) settings.getMinResponseSize().toBytes());
        setIncludedMimeTypes(settings.getMimeTypes());
        setIncludedMethods();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        request.setAttribute(ANSWER, response);
        return super.handle(request, response, callback);
    }

    @Override
    public DeflaterPool.@Nullable Entry getDeflaterEntry(Request request, long contentLength) {
        return isTagged((Response) request.getAttribute(ANSWER))
                ? null
                : super.getDeflaterEntry(request, contentLength);
    }

    private static boolean isTagged(Response response) {
        String tag = response.getHeaders().get(HttpHeader.ETAG);
        return tag != null && tag.startsWith("\"");
    }
}
