package org.rwave.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between modules, as in docs/architecture.md; the trainer has its own test. */
@AnalyzeClasses(packages = "org.rwave", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule arrows_between_modules_point_one_way = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("ecg")
            .definedBy("org.rwave.ecg..")
            .layer("schemas")
            .definedBy("org.rwave.schemas..")
            .layer("models")
            .definedBy("org.rwave.models..")
            .layer("producer")
            .definedBy("org.rwave.producer..")
            .layer("stream-processor")
            .definedBy("org.rwave.processor..")
            .layer("cli")
            .definedBy("org.rwave.cli..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("stream-processor")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("producer")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("models")
            .mayOnlyBeAccessedByLayers("stream-processor", "cli")
            .whereLayer("schemas")
            .mayOnlyBeAccessedByLayers("producer", "stream-processor", "cli");

    @ArchTest
    static final ArchRule nothing_that_runs_knows_the_trainer = noClasses()
            .that()
            .resideOutsideOfPackage("org.rwave.trainer..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.rwave.trainer..", "ai.djl..");

    @ArchTest
    static final ArchRule features_of_the_processor_are_free_of_cycles = slices().matching("org.rwave.processor.(*)..")
            .should()
            .beFreeOfCycles()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule packages_of_schemas_are_free_of_cycles =
            slices().matching("org.rwave.schemas.(*)..").should().beFreeOfCycles();
}
