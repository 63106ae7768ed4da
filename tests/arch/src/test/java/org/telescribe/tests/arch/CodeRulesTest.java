package org.telescribe.tests.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;

/// Rules of the code that no compiler holds.
@AnalyzeClasses(packages = "org.telescribe", importOptions = DoNotIncludeTests.class)
class CodeRulesTest {
    @ArchTest
    static final ArchRule onlyTheSystemClockReadsSystemTime = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.telescribe.devices.core.time.SystemSessionClock")
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod("java.time.Instant", "now")
            .because("everything else takes a SessionClock, so that time can be stepped");

    @ArchTest
    static final ArchRule onlyTheRunnerMakesThreads = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.telescribe.devices.core.agent.AgentRunner")
            .and()
            // the JVM takes shutdown hooks as threads and nothing else
            .doNotHaveFullyQualifiedName("org.telescribe.app.station.TerminationHook")
            .should()
            .callConstructor(Thread.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class)
            .orShould()
            .callConstructor(Thread.class, Runnable.class, String.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .because("threads have names and owners, see docs/threads.md");

    @ArchTest
    static final ArchRule javaFxOnlyInScreens = noClasses()
            .that()
            .resideOutsideOfPackages("org.telescribe..ui..", "org.telescribe.viewer3d.fx..", "org.telescribe.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..")
            .because("everything else must run without a screen");

    @ArchTest
    static final ArchRule noJavaFx3d = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "javafx\\.scene\\.(SubScene|shape\\.(Shape3D|MeshView|Box|Cylinder|Sphere)|PerspectiveCamera)")
            .because("the 3D view is drawn off-screen and needs no GPU");

    @ArchTest
    static final ArchRule noAwt = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.awt..", "javax.swing..")
            .because("one toolkit is enough");

    @ArchTest
    static final ArchRule serialLibraryOnlyInDrivers = noClasses()
            .that()
            .resideOutsideOfPackage("org.telescribe.devices.drivers..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fazecast..")
            .because("others speak to ByteLink");

    @ArchTest
    static final ArchRule ffmpegOnlyInVideoAndCameras = noClasses()
            .that()
            .resideOutsideOfPackages("org.telescribe.teleop.episode.video..", "org.telescribe.devices.drivers.camera..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.bytedeco..")
            .because("native memory is handled in two places only");

    @ArchTest
    static final ArchRule sqliteOnlyInLabels = noClasses()
            .that()
            .resideOutsideOfPackage("org.telescribe.annotator.labels..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.sqlite..")
            .because("one store, behind one interface that knows no table");

    @ArchTest
    static final ArchRule graphsOnlyInInference = noClasses()
            .that()
            .resideOutsideOfPackage("org.telescribe.policyruntime.inference.graph..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.onnxruntime..")
            .because("native tensors have one owner");

    @ArchTest
    static final ArchRule yamlOnlyInBundles = noClasses()
            .that()
            .resideOutsideOfPackage("org.telescribe.policyruntime.inference.bundle..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.snakeyaml..")
            .because("everybody else sees records");

    @ArchTest
    static final ArchRule physicsEngineOnlyInTheBench = noClasses()
            .that()
            .resideOutsideOfPackage("org.telescribe.devices.emulator.physics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("physx..")
            .because("native memory is freed where it was made, and others see records");

    @ArchTest
    static final ArchRule graphicsLibraryOnlyInRender = noClasses()
            .that()
            .resideOutsideOfPackage("org.telescribe.viewer3d.render..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.lwjgl..")
            .because("one thread owns the one context");

    @ArchTest
    static final ArchRule scenesArePureMaths = noClasses()
            .that()
            .resideInAPackage("org.telescribe.viewer3d.scene..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "org.telescribe.viewer3d.scene..",
                    "org.telescribe.devices.core..",
                    "java..",
                    "javax.xml..",
                    "org.w3c.dom..",
                    "org.xml.sax..",
                    "org.jspecify..")
            .because("what a picture shows does not depend on who draws it");

    @ArchTest
    static final ArchRule noThirdPartyTypeInCore = noClasses()
            .that()
            .resideInAPackage("org.telescribe.devices.core..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "org.telescribe.devices.core..",
                    "java..",
                    "javax.xml..",
                    "org.w3c.dom..",
                    "org.xml.sax..",
                    "org.jspecify..")
            .because("core is the vocabulary of everybody");

    @ArchTest
    static final ArchRule namesSayTheJob = noClasses()
            .should()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Common")
            .because("a name says what the class is for");

    @ArchTest
    static final ArchRule noStandardStreams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule noJavaUtilLogging = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    @ArchTest
    static final ArchRule noMutableStatics = fields().that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .beFinal()
            .because("there are no singletons and no hidden state");

    @ArchTest
    static final ArchRule driversAndEmulatorAreMadeByTheAppOnly = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.telescribe.app..", "org.telescribe.devices.drivers..", "org.telescribe.devices.emulator..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.telescribe.devices.drivers..", "org.telescribe.devices.emulator..")
            .because("everybody else knows the ports");

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        Set<String> unmarked = new TreeSet<>();
        for (JavaClass type : classes) {
            boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
            if (!marked && type.getPackageName().startsWith("org.telescribe")) {
                unmarked.add(type.getPackageName());
            }
        }
        assertTrue(unmarked.isEmpty(), "packages without @NullMarked in package-info.java: " + unmarked);
    }

    @ArchTest
    static void messagesAreRecordsEnumsOrSealed(JavaClasses classes) {
        List<String> others = classes.stream()
                .filter(type -> type.getPackageName().endsWith(".control.message"))
                .filter(type -> !type.getName().endsWith("package-info"))
                .filter(type -> !type.getSimpleName().equals("ControlPort"))
                .filter(type -> !type.isRecord() && !type.isEnum() && !type.isInterface())
                .map(JavaClass::getName)
                .toList();
        assertTrue(others.isEmpty(), "messages must be values: " + others);
    }
}
