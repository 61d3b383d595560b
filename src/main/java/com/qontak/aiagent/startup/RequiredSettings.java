package com.qontak.aiagent.startup;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Looks at the settings that have no default before anything is started. */
public final class RequiredSettings implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";
    private static final List<String> UPSTREAMS = List.of("mekari-agent", "chatbot-ai", "noncore-mrag");

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        check(event.getEnvironment());
    }

    /**
     * @param settings the settings of the service
     * @throws RefusedToStart naming the first required setting that is missing or malformed
     */
    static void check(Environment settings) {
        database("spring.datasource.url", required(settings, "spring.datasource.url"));
        String impact = settings.getProperty("impact.datasource.url", "");
        if (!impact.isBlank()) {
            database("impact.datasource.url", impact);
        }
        UPSTREAMS.forEach(upstream -> {
            address(settings, "upstream." + upstream + ".base-url");
            required(settings, "upstream." + upstream + ".token");
        });
        required(settings, JWT + "audiences");
        if (value(settings, JWT + "jwk-set-uri") != null) {
            address(settings, JWT + "jwk-set-uri");
        } else if (value(settings, JWT + "issuer-uri") != null) {
            address(settings, JWT + "issuer-uri");
        } else {
            throw missing(JWT + "issuer-uri (or jwk-set-uri)", JWT + "issuer-uri");
        }
    }

    private static void database(String name, String url) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new RefusedToStart(name + " is no address of a PostgreSQL database: jdbc:postgresql://…", null);
        }
    }

    private static void address(Environment settings, String name) {
        String value = required(settings, name);
        try {
            URI address = URI.create(value);
            if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
                return;
            }
        } catch (IllegalArgumentException malformed) {
            // The reason below says all there is to say of it.
        }
        throw new RefusedToStart(name + " is no http(s) address", null);
    }

    private static String required(Environment settings, String name) {
        String value = value(settings, name);
        if (value == null) {
            throw missing(name, name);
        }
        return value;
    }

    private static @Nullable String value(Environment settings, String name) {
        String value = settings.getProperty(name);
        return value == null || value.isBlank() ? settings.getProperty(name + "[0]") : value;
    }

    private static RefusedToStart missing(String name, String environmentName) {
        String variable =
                environmentName.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return new RefusedToStart(name + " is missing; set " + variable, null);
    }
}
