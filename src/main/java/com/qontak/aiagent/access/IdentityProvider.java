package com.qontak.aiagent.access;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.security.oauth2.resource.OAuth2ResourceServerProperties;
import org.springframework.boot.autoconfigure.security.oauth2.resource.servlet.JwkSetUriJwtDecoderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.web.client.RestTemplate;

/**
 * How the identity provider is asked for its keys: it is not waited for without an end, which would keep everybody waiting
 * whose token is not remembered. Its keys are used with the algorithms of the settings alone, whether their address was
 * given or found out from the issuer.
 */
@Configuration(proxyBeanMethods = false)
class IdentityProvider {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Bean
    JwkSetUriJwtDecoderBuilderCustomizer keysInTime(OAuth2ResourceServerProperties settings) {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(PATIENCE);
        requests.setReadTimeout(PATIENCE);
        List<SignatureAlgorithm> algorithms = settings.getJwt().getJwsAlgorithms().stream()
                .map(SignatureAlgorithm::from)
                .toList();
        return builder -> builder.restOperations(new RestTemplate(requests)).jwsAlgorithms(all -> {
            all.clear();
            all.addAll(algorithms);
        });
    }
}
