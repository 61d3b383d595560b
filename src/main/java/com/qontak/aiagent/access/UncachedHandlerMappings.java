package com.qontak.aiagent.access;

import jakarta.servlet.Filter;
import org.springframework.web.servlet.handler.HandlerMappingIntrospector;

/**
 * Spring Security looks the handler of every request up before Spring MVC does, and keeps it for matchers that ask for
 * it. Paths are matched without it here, and a second look-up costs as much as the first.
 */
final class UncachedHandlerMappings extends HandlerMappingIntrospector {

    @Override
    public Filter createCacheFilter() {
        return (request, response, chain) -> chain.doFilter(request, response);
    }
}
