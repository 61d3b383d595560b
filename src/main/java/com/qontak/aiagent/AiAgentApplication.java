package com.qontak.aiagent;

import com.qontak.aiagent.startup.RequiredSettings;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/**
 * The backend-for-frontend of the AI customer-service product: the autonomous agent builder under
 * {@code /v2/ai_agents} and the AI agent impact report under {@code /impact}.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AiAgentApplication {

    /**
     * Starts the service. Its settings come from the environment, as {@code docs/configuration.md} lists them.
     *
     * @param args Spring Boot's command line, {@code --name=value}
     */
    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(AiAgentApplication.class);
        application.addListeners(new RequiredSettings());
        application.run(args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
