package com.qontak.aiagent.web;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcProperties;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.context.request.async.WebAsyncManager;
import org.springframework.web.context.request.async.WebAsyncUtils;
import org.springframework.web.method.support.AsyncHandlerMethodReturnValueHandler;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Sends a {@link PreparedAnswer} as soon as it is there. Spring MVC would send the request through all filters and the
 * dispatcher a second time, to find out what is known already; a failure still goes that way, and so is answered like
 * any other.
 */
@Component
public class DirectAnswers implements AsyncHandlerMethodReturnValueHandler, SmartInitializingSingleton {

    private final RequestMappingHandlerAdapter adapter;
    private final ObservationRegistry observations;
    private final @Nullable Duration timeout;

    DirectAnswers(RequestMappingHandlerAdapter adapter, ObservationRegistry observations, WebMvcProperties settings) {
        this.adapter = adapter;
        this.observations = observations;
        this.timeout = settings.getAsync().getRequestTimeout();
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<HandlerMethodReturnValueHandler> handlers = new ArrayList<>(List.of(this));
        handlers.addAll(Objects.requireNonNull(adapter.getReturnValueHandlers()));
        adapter.setReturnValueHandlers(handlers);
    }

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        return Mono.class.isAssignableFrom(type.getParameterType())
                && ResolvableType.forMethodParameter(type).resolveGeneric() == PreparedAnswer.class;
    }

    @Override
    public boolean isAsyncReturnValue(@Nullable Object value, MethodParameter type) {
        return supportsReturnType(type);
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter type, ModelAndViewContainer container, NativeWebRequest webRequest)
            throws Exception {
        HttpServletRequest request = Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
        HttpServletResponse response = Objects.requireNonNull(webRequest.getNativeResponse(HttpServletResponse.class));
        @SuppressWarnings("unchecked")
        Mono<PreparedAnswer> answer = (Mono<PreparedAnswer>) Objects.requireNonNull(value);
        send(answer, request, response, container);
    }

    /**
     * Answers a request from a filter. No thread waits for the answer.
     *
     * @param answer what to answer; a failure is answered as that of a handler for the same request would be
     * @param request not yet answered
     * @param response not yet committed
     * @throws Exception if the request can no longer wait for an answer
     */
    public void send(Mono<PreparedAnswer> answer, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        send(answer, request, response, new ModelAndViewContainer());
    }

    private void send(
            Mono<PreparedAnswer> answer,
            HttpServletRequest request,
            HttpServletResponse response,
            ModelAndViewContainer container)
            throws Exception {
        WebAsyncManager asyncManager = WebAsyncUtils.getAsyncManager(request);
        DirectAsyncRequest direct = new DirectAsyncRequest(request, response, asyncManager);
        direct.setTimeout(timeout == null ? null : timeout.toMillis());
        asyncManager.setAsyncWebRequest(direct);
        DeferredResult<DirectAsyncRequest> result = new DeferredResult<>();
        asyncManager.startDeferredResultProcessing(result, container);
        Disposable subscription = answer.single()
                .contextWrite(observed())
                .subscribe(prepared -> result.setResult(direct.with(prepared)), result::setErrorResult);
        result.onTimeout(subscription::dispose);
        result.onError(failure -> subscription.dispose());
    }

    // All that is wanted of what belongs to this thread: the trace goes on from it.
    private Context observed() {
        Observation request = observations.getCurrentObservation();
        return request == null ? Context.empty() : Context.of(ObservationThreadLocalAccessor.KEY, request);
    }
}
