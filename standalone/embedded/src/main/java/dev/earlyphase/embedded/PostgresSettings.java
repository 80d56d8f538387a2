package dev.earlyphase.embedded;

/** The settings file of the server, written anew at each start. */
final class PostgresSettings {

    private PostgresSettings() {}

    static String of(int port) {
        return """
                # Written at each start.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                max_connections = 100

                # Durable: a committed row survives a crash of the machine.
                fsync = on
                synchronous_commit = on
                full_page_writes = on

                # Small.
                shared_buffers = 64MB
                max_wal_size = 256MB
                io_method = 'sync'
                jit = off

                # The server's log has errors, not habits.
                log_checkpoints = off
                log_line_prefix = '%%m [%%p] '
                timezone = 'UTC'
                log_timezone = 'UTC'
                """.formatted(port);
    }
}
