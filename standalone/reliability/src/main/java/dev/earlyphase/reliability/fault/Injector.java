package dev.earlyphase.reliability.fault;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

import org.apache.kafka.clients.producer.ProducerRecord;

import dev.earlyphase.cli.stack.Stack;
import dev.earlyphase.launcher.EmbeddedAddresses;
import dev.earlyphase.reliability.detour.Behaviour;
import dev.earlyphase.reliability.detour.Detour;
import dev.earlyphase.reliability.evidence.Database;
import dev.earlyphase.reliability.evidence.Topics;
import dev.earlyphase.reliability.terrain.Terrain;

/** Makes faults happen to a stack. One that lasts is undone by a thread of its own. */
public final class Injector {
    static final String POSTGRES = "postgres";

    private static final String FULL = "4096";
    private static final String NOT_FULL = "unlimited";
    private static final String ABORT = """
            select pg_terminate_backend(pid) from pg_stat_activity
            where usename = current_user and pid <> pg_backend_pid()""";
    private static final String LOCK = "lock table study.trial in share mode";

    private final Terrain terrain;
    private final Processes processes;
    private final Database database;
    private final Topics topics;
    private final Lies lies;
    private final List<Thread> ongoing = Collections.synchronizedList(new ArrayList<>());

    /** @param orchestrator its own address, past all detours */
    public Injector(Terrain terrain, Stack stack, Path home, EmbeddedAddresses addresses, URI orchestrator) {
        this.terrain = terrain;
        this.processes = new Processes(stack, home);
        this.database = new Database(addresses);
        this.topics = new Topics(addresses.kafka());
        this.lies = new Lies(addresses, orchestrator, database, topics);
    }

    /** Where faults can be injected on this machine. */
    public static Battlefield battlefield(Terrain terrain) {
        var kinds = EnumSet.allOf(FaultKind.class);
        if (!terrain.clocks().available()) {
            kinds.remove(FaultKind.CLOCK_STEP);
        }
        if (!Processes.filesCanBeLimited()) {
            kinds.remove(FaultKind.DISK_FULL);
        }
        return new Battlefield(
                terrain.services(), terrain.workers(), Terrain.EMBEDDED, terrain.links(), terrain.storeLinks(), kinds);
    }

    /**
     * Returns at once, or when the fault has begun.
     *
     * @return what it came to, where the fault alone does not say
     */
    public String inject(Fault fault) throws Exception {
        switch (fault) {
            case Fault.Signalled signalled -> processes.signal(signalled.victim(), signalled.signal());
            case Fault.Frozen frozen -> {
                processes.signal(frozen.victim(), Signal.STOP);
                after(frozen.length(), () -> processes.signal(frozen.victim(), Signal.CONT));
            }
            case Fault.Broken broken -> {
                Detour detour = terrain.detours().of(broken.link());
                if (broken.kind() == FaultKind.CUT) {
                    detour.cut();
                } else {
                    detour.reset();
                }
            }
            case Fault.Harmed harmed -> {
                Detour detour = terrain.detours().of(harmed.link());
                detour.behave(harmed.behaviour());
                after(harmed.length(), () -> detour.behave(Behaviour.PASSING));
            }
            case Fault.Aborted aborted -> {
                return "connections ended: "
                        + database.ask(ABORT, row -> row.getBoolean(1)).size();
            }
            case Fault.Locked locked -> inBackground(() -> database.work(connection -> lock(connection, locked)));
            case Fault.Full full -> {
                processes.limitFiles(Terrain.EMBEDDED, FULL);
                after(full.length(), () -> processes.limitFiles(Terrain.EMBEDDED, NOT_FULL));
            }
            case Fault.Stepped stepped -> terrain.clocks().set(stepped.victim(), stepped.ahead());
            case Fault.Repeated repeated -> {
                return "records: " + repeat(repeated);
            }
            case Fault.Lie lie -> {
                return tell(lie);
            }
        }
        return "";
    }

    /** Waits for what lasts, and sees to it that nothing does harm any more. */
    public void heal() throws InterruptedException {
        for (Thread thread : List.copyOf(ongoing)) {
            thread.join();
        }
        terrain.detours().pass();
        for (String victim : terrain.services()) {
            processes.signal(victim, Signal.CONT);
        }
        processes.signal(Terrain.EMBEDDED, Signal.CONT);
        processes.limitFiles(Terrain.EMBEDDED, NOT_FULL);
    }

    private String tell(Fault.Lie lie) throws Exception {
        return switch (lie.kind()) {
            case LIE_OF_OLD_ATTEMPT -> lies.ofOldAttempt(lie.choice());
            case LIE_OF_FOREIGN_TRIAL -> lies.ofForeignTrial(lie.choice());
            default -> lies.ofChecksum(lie.choice());
        };
    }

    private int repeat(Fault.Repeated repeated) {
        var records = new ArrayList<ProducerRecord<String, String>>();
        topics.last(repeated.topic(), repeated.most())
                .forEach(record -> records.add(
                        new ProducerRecord<>(record.topic(), record.partition(), record.key(), record.value())));
        Collections.shuffle(records, new Random(repeated.shuffle()));
        topics.publish(records);
        return records.size();
    }

    private static void lock(Connection connection, Fault.Locked locked) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '5s'");
            statement.execute(LOCK);
            Thread.sleep(locked.length());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connection.rollback();
    }

    private void after(Duration length, Runnable undo) {
        inBackground(() -> {
            Thread.sleep(length);
            undo.run();
        });
    }

    /** What may fail because of another fault: then that one is fault enough. */
    private interface Doing {
        void run() throws Exception;
    }

    private void inBackground(Doing doing) {
        ongoing.add(Thread.ofVirtual().start(() -> {
            try {
                doing.run();
            } catch (Exception e) {
                // As said.
            }
        }));
    }
}
