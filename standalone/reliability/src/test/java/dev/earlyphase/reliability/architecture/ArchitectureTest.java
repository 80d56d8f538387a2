package dev.earlyphase.reliability.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class ArchitectureTest {
    @ParameterizedTest
    @EnumSource(Module.class)
    void a_module_imports_only_what_the_architecture_allows(Module module) {
        demandCompiled(module);

        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(module.forbiddenPackages())
                .because("it may import " + module.allowance()
                        + " (docs/architecture.md): move what two modules need into one that both may import,"
                        + " or let them speak through contracts")
                .allowEmptyShould(true)
                .check(module.classes());
    }

    @ParameterizedTest
    @EnumSource(Module.class)
    void the_packages_of_a_module_have_no_cycles(Module module) {
        demandCompiled(module);

        slices().assignedFrom(new ByPackage())
                .should()
                .beFreeOfCycles()
                .because("packages are nouns that depend one way: move the type that both need to where it belongs,"
                        + " or invert one dependency by an interface")
                .allowEmptyShould(true)
                .check(module.classes());
    }

    @ParameterizedTest
    @EnumSource(Module.class)
    void nothing_is_injected_into_fields(Module module) {
        demandCompiled(module);

        noFields()
                .should()
                .beAnnotatedWith(injection())
                .because("a class says what it needs in its constructor: make it a parameter there")
                .allowEmptyShould(true)
                .check(module.classes());
    }

    @ParameterizedTest
    @EnumSource(
            value = Module.class,
            names = {"ORCHESTRATOR", "ANALYZER"})
    void who_does_not_train_takes_descriptions_from_the_core_and_no_engine(Module module) {
        demandCompiled(module);

        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.earlyphase.core.engine..", "dev.earlyphase.core.training..")
                .because("of the core it may import what describes networks, tasks, probes and pruning rules"
                        + " (docs/architecture.md): training is the workers'")
                .allowEmptyShould(true)
                .check(module.classes());
    }

    @ParameterizedTest
    @EnumSource(
            value = Module.class,
            names = {"CONTRACTS", "WEIGHTS", "CORE", "LAUNCHER"})
    void what_everything_rests_on_knows_no_framework(Module module) {
        demandCompiled(module);

        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..",
                        "jakarta..",
                        "org.eclipse.microprofile..",
                        "org.apache.kafka..",
                        "org.nd4j..",
                        "org.deeplearning4j..",
                        "org.bytedeco..")
                .because("it is used with and without a framework: keep effects in the services and the engines")
                .allowEmptyShould(true)
                .check(module.classes());
    }

    @Test
    void the_continuous_integration_compiles_every_module() {
        assumeTrue(System.getenv("EARLYPHASE_TEST") != null, "only ./earlyphase test builds all modules");

        for (Module module : Module.values()) {
            if (!module.isCompiled()) {
                throw new AssertionError(module + " is not compiled in " + module.classesFolder()
                        + ": name it in the root pom.xml, or take it out of Module");
            }
        }
    }

    private static void demandCompiled(Module module) {
        assumeTrue(module.isCompiled(), module + " is not compiled: build all modules to check it");
    }

    private static DescribedPredicate<JavaAnnotation<?>> injection() {
        return DescribedPredicate.describe(
                "an annotation of injection",
                annotation -> switch (annotation.getRawType().getName()) {
                    case "jakarta.inject.Inject",
                            "jakarta.persistence.PersistenceContext",
                            "org.eclipse.microprofile.config.inject.ConfigProperty",
                            "org.eclipse.microprofile.reactive.messaging.Channel",
                            "org.eclipse.microprofile.rest.client.inject.RestClient" -> true;
                    default -> false;
                });
    }

    /** Each package is a slice, that of the module itself too. */
    private static final class ByPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return type.getPackageName().startsWith("dev.earlyphase.")
                    ? SliceIdentifier.of(type.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
