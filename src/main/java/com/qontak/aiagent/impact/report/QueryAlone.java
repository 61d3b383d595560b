package com.qontak.aiagent.impact.report;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.servlet.mvc.method.annotation.ExtendedServletRequestDataBinder;

/**
 * Takes the parameters of a figure from the query alone. Spring would take one that is left out from a header of the
 * same name, and {@code From} is a header that some callers send with every request.
 */
@ControllerAdvice(annotations = ImpactQuery.class)
final class QueryAlone {

    @InitBinder("sliceRequest")
    void ignoreHeaders(WebDataBinder binder) {
        if (binder instanceof ExtendedServletRequestDataBinder servlet) {
            servlet.setHeaderPredicate(name -> false);
        }
    }
}
