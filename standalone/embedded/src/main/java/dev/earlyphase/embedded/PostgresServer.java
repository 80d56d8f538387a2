package dev.earlyphase.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

import com.sun.security.auth.module.UnixSystem;

import dev.earlyphase.launcher.Folders;

/** A Postgres server with its data folder. */
final class PostgresServer implements AutoCloseable {

    private final PostgresDatabase database;
    private final PostgresGuard guard;
    private final ProcessHandle postmaster;

    private PostgresServer(PostgresDatabase database, PostgresGuard guard, ProcessHandle postmaster) {
        this.database = database;
        this.guard = guard;
        this.postmaster = postmaster;
    }

    /**
     * Starts the server, after stopping one that a killed run has left, and makes the database when it is new.
     *
     * @throws Refusal when it does not start, with the end of its log
     */
    static PostgresServer start(Arguments arguments, Secrets secrets) throws Exception {
        Path log = Folders.createPrivate(arguments.home().resolve("logs")).resolve("postgres.log");
        boolean root = new UnixSystem().getUid() == 0;
        PostgresPrograms programs = PostgresPrograms.forUser(PostgresBinaries.unpack(arguments.binaries()), log, root);
        Path data = arguments.home().resolve("postgres");
        Postmaster.stopOrphan(data, programs);
        if (Files.notExists(data)) {
            initialise(data, programs, secrets);
        }
        // Only now, since the orphan may have held the preferred one.
        return PortChoice.start(arguments.preferred().postgres(), port -> start(data, programs, port, secrets));
    }

    private static PostgresServer start(Path data, PostgresPrograms programs, int port, Secrets secrets)
            throws Exception {
        Files.writeString(data.resolve("postgresql.conf"), PostgresSettings.of(port));
        PostgresGuard guard = PostgresGuard.start(data, programs);
        try {
            programs.run("pg_ctl", "-D", data.toString(), "-l", programs.log().toString(), "-w", "-t", "60", "start");
            ProcessHandle postmaster = Postmaster.of(data)
                    .orElseThrow(() -> new Refusal("Postgres ended just after its start: see " + programs.log()));
            PostgresDatabase database = new PostgresDatabase(port, secrets);
            database.prepare();
            return new PostgresServer(database, guard, postmaster);
        } catch (Exception e) {
            guard.close();
            throw e;
        }
    }

    /** The JDBC address. */
    String url() {
        return database.url();
    }

    /** Completes when the server has ended, for whatever reason. */
    CompletableFuture<ProcessHandle> onExit() {
        return postmaster.onExit();
    }

    @Override
    public void close() {
        guard.close();
    }

    private static void initialise(Path data, PostgresPrograms programs, Secrets secrets) throws IOException {
        Path draft = data.resolveSibling(data.getFileName() + ".draft");
        Folders.delete(draft);
        Path password = secrets.postgresAdministratorFile();
        try {
            programs.run(
                    "initdb",
                    "--pgdata=" + draft,
                    "--username=" + PostgresDatabase.ADMINISTRATOR,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--no-locale");
        } finally {
            Files.delete(password);
        }
        // A crash half-way leaves no data folder that looks whole.
        Files.move(draft, data);
    }
}
