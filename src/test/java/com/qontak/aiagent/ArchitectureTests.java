package com.qontak.aiagent;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** Which package may know which. A rule whose package holds no class fails: it would prove nothing. */
@AnalyzeClasses(packages = "com.qontak.aiagent", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String ROOT = "com.qontak.aiagent";
    private static final List<String> VAGUE = List.of("util", "utils", "common", "helper", "manager", "impl", "dto");

    @ArchTest
    static final ArchRule FEATURES_HAVE_NO_CYCLE =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule AGENTS_DO_NOT_KNOW_IMPACT = noClasses()
            .that()
            .resideInAPackage("..aiagent.agents..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..aiagent.impact..");

    @ArchTest
    static final ArchRule IMPACT_DOES_NOT_KNOW_AGENTS = noClasses()
            .that()
            .resideInAPackage("..aiagent.impact..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..aiagent.agents..");

    @ArchTest
    static final ArchRule FEATURES_DO_NOT_KNOW_THE_UPSTREAM_CLIENTS = noClasses()
            .that()
            .resideInAnyPackage("..aiagent.agents..", "..aiagent.impact..", "..aiagent.access..", "..aiagent.web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..aiagent.upstream..");

    @ArchTest
    static final ArchRule UPSTREAM_ADAPTERS_DO_NOT_KNOW_EACH_OTHER = slices().matching(ROOT + ".upstream.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    resideInAPackage("..aiagent.upstream.."), resideInAPackage("..aiagent.upstream.vocabulary.."));

    @ArchTest
    static final ArchRule UPSTREAM_KNOWS_NO_CONTROLLER = noClasses()
            .that()
            .resideInAPackage("..aiagent.upstream..")
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith(RestController.class);

    @ArchTest
    static final ArchRule WEB_KNOWS_NO_FEATURE = noClasses()
            .that()
            .resideInAPackage("..aiagent.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..aiagent.agents..", "..aiagent.impact..", "..aiagent.access..");

    @ArchTest
    static final ArchRule CONTROLLERS_ARE_PACKAGE_PRIVATE = noClasses()
            .that()
            .areAnnotatedWith(RestController.class)
            .or()
            .areAnnotatedWith(Controller.class)
            .should()
            .bePublic();

    @ArchTest
    static final ArchRule NO_FIELD_IS_INJECTED = noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule NAMES_OF_PACKAGES_SAY_SOMETHING = classes()
            .should(new ArchCondition<>("stand in a package with a name of the domain") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean vague =
                            Stream.of(type.getPackageName().split("\\.")).anyMatch(VAGUE::contains);
                    if (vague) {
                        events.add(SimpleConditionEvent.violated(type, type.getName()));
                    }
                }
            });

    @ArchTest
    static void onlyImpactReadsRooms(JavaClasses classes) throws IOException {
        Pattern rooms = Pattern.compile("(?i)\\b(from|join|into|update)\\s+(public\\.)?(rooms|ai_activity_logs)\\b");
        Assertions.assertThat(classes).isNotEmpty();
        try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
            Set<Path> readers = sources.filter(Files::isRegularFile)
                    .filter(source -> !source.toString().contains("/impact/"))
                    .filter(source -> rooms.matcher(read(source)).find())
                    .collect(Collectors.toSet());
            Assertions.assertThat(readers).isEmpty();
        }
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatLivesInIt() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            Set<Path> packages = sources.filter(source -> source.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .collect(Collectors.toSet());
            Assertions.assertThat(packages).isNotEmpty().allSatisfy(directory -> Assertions.assertThat(
                            read(directory.resolve("package-info.java")))
                    .startsWith("/**")
                    .contains("@NullMarked"));
        }
    }

    private static String read(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
