package org.crobim.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The arrows of ARCHITECTURE.md and the house rules that a compiler does not check. */
class ArchitectureTest {
    private static final String LIBTORCH = "org.bytedeco..";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.crobim");

    @Test
    void modulesPointDownwardsAndDataGeoAndModelDoNotKnowOneAnother() {
        ArchRule rule = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("core")
                .definedBy("org.crobim.core..")
                .layer("language")
                .definedBy("org.crobim.language..")
                .layer("data")
                .definedBy("org.crobim.data..")
                .layer("geo")
                .definedBy("org.crobim.geo..")
                .layer("model")
                .definedBy("org.crobim.model..")
                .layer("predict")
                .definedBy("org.crobim.predict..")
                .layer("train")
                .definedBy("org.crobim.train..")
                .layer("app")
                .definedBy("org.crobim.app..")
                .whereLayer("core")
                .mayNotAccessAnyLayer()
                .whereLayer("language")
                .mayOnlyAccessLayers("core")
                .whereLayer("data")
                .mayOnlyAccessLayers("core", "language")
                .whereLayer("geo")
                .mayOnlyAccessLayers("core")
                .whereLayer("model")
                .mayOnlyAccessLayers("core")
                .whereLayer("predict")
                .mayOnlyAccessLayers("core", "language", "geo", "model")
                .whereLayer("train")
                .mayOnlyAccessLayers("core", "language", "data", "model", "predict")
                .whereLayer("app")
                .mayNotBeAccessedByAnyLayer();

        rule.check(CLASSES);
    }

    @Test
    void packagesDoNotDependOnOneAnotherInCircles() {
        ArchRule rule = slices().matching("org.crobim.(**)").should().beFreeOfCycles();

        rule.check(CLASSES);
    }

    @Test
    void coreLanguageDataAndGeoKnowNoTensors() {
        ArchRule rule = noClasses()
                .that()
                .resideInAnyPackage(
                        "org.crobim.core..", "org.crobim.language..", "org.crobim.data..", "org.crobim.geo..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(LIBTORCH);

        rule.check(CLASSES);
    }

    @Test
    void theApplicationShowsNoTensors() {
        ArchRule rule =
                classes().that().resideInAPackage("org.crobim.app..").should(keepLibtorchOutOfPublicSignatures());

        rule.check(CLASSES);
    }

    @Test
    void everyPackageForbidsNull() {
        ArchRule rule = classes().should(resideInANullMarkedPackage());

        rule.check(CLASSES);
    }

    @Test
    void namesSayWhatAClassIs() {
        ArchRule rule = noClasses().should().haveNameMatching(".*(Utils?|Helpers?|Manager)");

        rule.check(CLASSES);
    }

    private static ArchCondition<JavaClass> keepLibtorchOutOfPublicSignatures() {
        return new ArchCondition<>("not show a type of libtorch in a public signature") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (JavaCodeUnit unit : item.getCodeUnits()) {
                    report(unit.getFullName(), unit.getModifiers(), unit.getAllInvolvedRawTypes(), events);
                }
                for (JavaField field : item.getFields()) {
                    report(field.getFullName(), field.getModifiers(), field.getAllInvolvedRawTypes(), events);
                }
            }

            private void report(
                    String member, Set<JavaModifier> modifiers, Set<JavaClass> types, ConditionEvents events) {
                boolean visible =
                        Stream.of(JavaModifier.PUBLIC, JavaModifier.PROTECTED).anyMatch(modifiers::contains);
                String shown = types.stream()
                        .filter(resideInAPackage(LIBTORCH))
                        .map(JavaClass::getSimpleName)
                        .sorted()
                        .collect(Collectors.joining(", "));
                if (visible && !shown.isEmpty()) {
                    events.add(SimpleConditionEvent.violated(member, member + " shows " + shown));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package with @NullMarked in its package-info") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
                    String message = item.getPackageName() + " has no package-info.java with @NullMarked";
                    events.add(SimpleConditionEvent.violated(item, message));
                }
            }
        };
    }
}
