package dev.earlyphase.gateway.archive;

import java.nio.file.Path;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Archives of studies that come in. */
@ConfigMapping(prefix = "earlyphase.archive")
public interface ArchiveConfig {
    /** Where an archive lies while it is checked and taken in; default: the folder for temporary files. */
    Optional<Path> folder();

    /** A larger archive is refused. */
    @WithDefault("20G")
    MemorySize limit();

    /** One whose files come to more when unpacked is refused. */
    @WithDefault("100G")
    MemorySize unpackedLimit();
}
