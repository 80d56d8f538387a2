package dev.earlyphase.reliability.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The modules, and which others each may import: the table of the architecture page. */
enum Module {
    FUZZING("standalone/fuzzing", "fuzzing"),
    CONTRACTS("contracts", "contracts"),
    WEIGHTS("weights", "weights"),
    LAUNCHER("standalone/launcher", "launcher"),
    EMBEDDED("standalone/embedded", "embedded", LAUNCHER),
    CORE("trainer-worker/core", "core", CONTRACTS, WEIGHTS),
    ENGINE_DL4J("trainer-worker/engine-dl4j", "engine.dl4j", CORE, CONTRACTS, WEIGHTS),
    ENGINE_TORCH("trainer-worker/engine-torch", "engine.torch", CORE, CONTRACTS, WEIGHTS),
    TRAINER("trainer-worker/service", "trainer", ENGINE_DL4J, ENGINE_TORCH, CORE, CONTRACTS, WEIGHTS),
    ORCHESTRATOR("orchestrator", "orchestrator", CORE, CONTRACTS, WEIGHTS),
    ANALYZER("analyzer", "analyzer", CORE, CONTRACTS, WEIGHTS),
    GATEWAY("gateway", "gateway", CONTRACTS),
    CLI("standalone/cli", "cli", CONTRACTS, LAUNCHER),
    RELIABILITY("standalone/reliability", "reliability", CLI, CONTRACTS, LAUNCHER);

    /** Tests run in the folder of their module. */
    private static final Path ROOT = Path.of("../..");

    private final String folder;
    private final String name;
    private final Set<Module> mayImport;
    private JavaClasses classes;

    Module(String folder, String name, Module... mayImport) {
        this.folder = folder;
        this.name = name;
        this.mayImport = Set.of(mayImport);
    }

    /** Pattern of its packages. */
    String packages() {
        return "dev.earlyphase." + name + "..";
    }

    Path sources() {
        return ROOT.resolve(folder).resolve("src");
    }

    Path classesFolder() {
        return ROOT.resolve(folder).resolve("target/classes");
    }

    boolean isCompiled() {
        return Files.isDirectory(classesFolder());
    }

    /** Its compiled classes, read once. */
    synchronized JavaClasses classes() {
        if (classes == null) {
            classes = new ClassFileImporter().importPath(classesFolder());
        }
        return classes;
    }

    /** Patterns of the packages that its classes must not depend on. */
    String[] forbiddenPackages() {
        Set<Module> forbidden = EnumSet.allOf(Module.class);
        forbidden.remove(this);
        forbidden.removeAll(mayImport);
        return forbidden.stream().map(Module::packages).toArray(String[]::new);
    }

    String allowance() {
        return mayImport.isEmpty()
                ? "no other module"
                : Arrays.toString(
                        mayImport.stream().map(module -> module.name).sorted().toArray());
    }
}
