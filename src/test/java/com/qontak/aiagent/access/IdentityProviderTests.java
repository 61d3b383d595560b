package com.qontak.aiagent.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.qontak.aiagent.testing.Tokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.autoconfigure.security.oauth2.resource.OAuth2ResourceServerProperties;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

class IdentityProviderTests {

    /** It accepts and says nothing: whoever waits for it without an end keeps all others waiting too. */
    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void providerThatSaysNothingIsNotWaitedForLong() throws IOException {
        OAuth2ResourceServerProperties settings = new OAuth2ResourceServerProperties();
        settings.getJwt().setJwsAlgorithms(List.of("RS256"));
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            NimbusJwtDecoder.JwkSetUriJwtDecoderBuilder builder =
                    NimbusJwtDecoder.withJwkSetUri("http://127.0.0.1:" + silent.getLocalPort() + "/keys");
            new IdentityProvider().keysInTime(settings).customize(builder);

            assertThatThrownBy(() -> builder.build().decode(Tokens.of(1, "bot_builder")))
                    .isInstanceOf(JwtException.class);
        }
    }
}
