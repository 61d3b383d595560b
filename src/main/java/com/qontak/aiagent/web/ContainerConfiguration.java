package com.qontak.aiagent.web;

import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes Tomcat itself answer problem documents too, no failure to a long list of languages, and send in large pieces. */
@Configuration(proxyBeanMethods = false)
class ContainerConfiguration {

    // More than a header has room for: passing Tomcat's own bound, ten, would be a failure of the service.
    private static final int MOST_LANGUAGES = 10_000;

    // Of each connection, in bytes: an agent of 64 KiB is sent in three calls to the system. With Tomcat's own 8 KiB it
    // takes nine, each of which goes through the network stack and may wake the reader.
    private static final int WRITE_BUFFER = 32 * 1024;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerProblems() {
        return factory -> {
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(ProblemReportValve.class.getName());
                }
            });
            factory.addConnectorCustomizers(connector -> {
                connector.setMaxLocaleCount(MOST_LANGUAGES);
                set(connector, "socket.appWriteBufSize", Integer.toString(WRITE_BUFFER));
                // Outside the heap, where the system takes it from: else the JVM copies every piece once more.
                set(connector, "socket.directBuffer", "true");
            });
        };
    }

    // Tomcat keeps silent about a name it does not know.
    private static void set(Connector connector, String name, String value) {
        if (!connector.setProperty(name, value)) {
            throw new IllegalStateException("The web server has no setting " + name);
        }
    }
}
