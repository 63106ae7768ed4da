package org.telescribe.tests.arch;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/// The arrows between the modules: what docs/ARCHITECTURE.md draws.
@AnalyzeClasses(packages = "org.telescribe", importOptions = DoNotIncludeTests.class)
class ArrowsTest {
    private static final List<String> MODULES = List.of(
            "org.telescribe.devices.core",
            "org.telescribe.devices.posix",
            "org.telescribe.devices.drivers",
            "org.telescribe.devices.emulator",
            "org.telescribe.viewer3d.scene",
            "org.telescribe.viewer3d.render",
            "org.telescribe.teleop.episode",
            "org.telescribe.teleop.control",
            "org.telescribe.teleop.library",
            "org.telescribe.teleop.ui",
            "org.telescribe.annotator.labels",
            "org.telescribe.annotator.ui",
            "org.telescribe.policyruntime.inference",
            "org.telescribe.policyruntime.rollouts",
            "org.telescribe.policyruntime.ui",
            "org.telescribe.viewer3d.playback",
            "org.telescribe.viewer3d.fx",
            "org.telescribe.app");

    private static final int FEWEST_CLASSES = 200;

    @ArchTest
    static final ArchRule arrowsPointDownwards = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.telescribe..")
            .layer("core")
            .definedBy("org.telescribe.devices.core..")
            .layer("posix")
            .definedBy("org.telescribe.devices.posix..")
            .layer("drivers")
            .definedBy("org.telescribe.devices.drivers..")
            .layer("emulator")
            .definedBy("org.telescribe.devices.emulator..")
            .layer("scene")
            .definedBy("org.telescribe.viewer3d.scene..")
            .layer("render")
            .definedBy("org.telescribe.viewer3d.render..")
            .layer("episode")
            .definedBy("org.telescribe.teleop.episode..")
            .layer("control")
            .definedBy("org.telescribe.teleop.control..")
            .layer("library")
            .definedBy("org.telescribe.teleop.library..")
            .layer("labels")
            .definedBy("org.telescribe.annotator.labels..")
            .layer("judging")
            .definedBy("org.telescribe.annotator.ui..")
            .layer("inference")
            .definedBy("org.telescribe.policyruntime.inference..")
            .layer("rollouts")
            .definedBy("org.telescribe.policyruntime.rollouts..")
            .layer("watching")
            .definedBy("org.telescribe.policyruntime.ui..")
            .layer("playback")
            .definedBy("org.telescribe.viewer3d.playback..")
            .layer("fx")
            .definedBy("org.telescribe.viewer3d.fx..")
            .layer("ui")
            .definedBy("org.telescribe.teleop.ui..")
            .layer("assets")
            .definedBy("org.telescribe.assets..")
            .layer("app")
            .definedBy("org.telescribe.app..")
            .whereLayer("app")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("drivers")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("emulator")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("posix")
            .mayOnlyBeAccessedByLayers("drivers", "emulator", "app")
            .whereLayer("scene")
            .mayOnlyBeAccessedByLayers("render", "fx", "ui", "app")
            .whereLayer("render")
            .mayOnlyBeAccessedByLayers("fx", "ui", "app")
            .whereLayer("control")
            .mayOnlyBeAccessedByLayers("rollouts", "ui", "app")
            .whereLayer("episode")
            .mayOnlyBeAccessedByLayers("control", "library", "playback", "rollouts", "fx", "ui", "app")
            .whereLayer("library")
            .mayOnlyBeAccessedByLayers("ui", "app")
            .whereLayer("labels")
            .mayOnlyBeAccessedByLayers("judging", "app")
            .whereLayer("judging")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("inference")
            .mayOnlyBeAccessedByLayers("rollouts", "watching", "app")
            .whereLayer("rollouts")
            .mayOnlyBeAccessedByLayers("watching", "app")
            .whereLayer("watching")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("playback")
            .mayOnlyBeAccessedByLayers("fx", "ui", "judging", "watching", "app")
            .whereLayer("fx")
            .mayOnlyBeAccessedByLayers("ui", "judging", "watching", "app")
            .whereLayer("ui")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("assets")
            .mayOnlyBeAccessedByLayers("fx", "ui", "judging", "watching", "app")
            .because("a forbidden arrow makes two features one");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("org.telescribe.(*).(*)..")
            .should()
            .beFreeOfCycles()
            .because("parts that need each other are one part");

    @ArchTest
    static void theClassesOfEveryModuleWereImported(JavaClasses classes) {
        assertTrue(classes.size() >= FEWEST_CLASSES, "only " + classes.size() + " classes were imported");
        for (String module : MODULES) {
            long found = classes.stream()
                    .filter(type -> type.getPackageName().startsWith(module))
                    .count();
            assertTrue(found >= 5, "%s: only %d classes were imported".formatted(module, found));
        }
    }
}
