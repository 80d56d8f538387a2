package dev.earlyphase.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.eclipse.microprofile.config.ConfigProvider;

import dev.earlyphase.contracts.setting.RequiredSettings;

/** The process. */
@QuarkusMain
public class Gateway {
    private static final RequiredSettings REQUIRED = RequiredSettings.of(
            "gateway",
            "earlyphase.postgres.password",
            "earlyphase.s3.access-key",
            "earlyphase.s3.secret-key",
            "earlyphase.access.gateway-key");
    private static final int WRONG_USE = 2;

    public static void main(String... arguments) {
        REQUIRED.missing(key -> ConfigProvider.getConfig().getOptionalValue(key, String.class))
                .ifPresent(missing -> {
                    System.err.println(missing);
                    System.exit(WRONG_USE);
                });
        Quarkus.run(arguments);
    }
}
