package com.qontak.aiagent.web;

import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.springframework.boot.web.embedded.jetty.JettyServletWebServerFactory;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Makes Jetty itself answer problem documents too, and compress no answer that has an entity tag. */
@Configuration(proxyBeanMethods = false)
class ContainerConfiguration {

    private static final int INPUT_BYTES = 4096;

    // After Spring Boot's own, which brings the settings of server.compression.
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<JettyServletWebServerFactory> container() {
        return factory -> {
            Compression compression = factory.getCompression();
            factory.setCompression(null);
            factory.addServerCustomizers(server -> server.setErrorHandler(new ContainerProblems()));
            factory.addServerCustomizers(ContainerConfiguration::forgetHeaders);
            factory.addServerCustomizers(ContainerConfiguration::readLittle);
            if (compression != null && compression.getEnabled()) {
                factory.addServerCustomizers(server -> compress(server, compression));
            }
        };
    }

    private static void compress(Server server, Compression compression) {
        UntaggedCompression untagged = new UntaggedCompression(compression);
        untagged.setHandler(server.getHandler());
        server.setHandler(untagged);
    }

    // To look a header line up among those that the connection had before takes longer than to read it, and a place for
    // them with each connection.
    private static void forgetHeaders(Server server) {
        server.getContainedBeans(HttpConfiguration.class).forEach(http -> http.setHeaderCacheSize(0));
    }

    // Each request that waits keeps what it was read into.
    private static void readLittle(Server server) {
        for (Connector connector : server.getConnectors()) {
            HttpConnectionFactory http = connector.getConnectionFactory(HttpConnectionFactory.class);
            http.setInputBufferSize(INPUT_BYTES);
        }
    }
}
