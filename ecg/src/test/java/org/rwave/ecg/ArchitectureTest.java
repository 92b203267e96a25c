package org.rwave.ecg;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "org.rwave.ecg", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule needs_nothing_but_the_jdk =
            classes().should().onlyDependOnClassesThat().resideInAnyPackage("org.rwave.ecg..", "java..");

    @ArchTest
    static final ArchRule packages_are_free_of_cycles =
            slices().matching("org.rwave.ecg.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule time_comes_with_the_data = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule nothing_is_printed =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    @ArchTest
    static final ArchRule no_thread_is_started =
            noClasses().should().dependOnClassesThat().resideInAPackage("java.util.concurrent..");
}
