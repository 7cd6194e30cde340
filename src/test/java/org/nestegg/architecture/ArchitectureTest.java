package org.nestegg.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;
import org.nestegg.change.Recorded;
import org.nestegg.platform.condition.Conditional;
import org.nestegg.platform.condition.Tagged;
import org.nestegg.platform.database.OwnedEntity;
import org.nestegg.platform.idempotency.Idempotent;

/** The house rules, as far as a program can check them. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.nestegg");

    private static final String[] FEATURES = {
        "org.nestegg.identity..",
        "org.nestegg.account..",
        "org.nestegg.transaction..",
        "org.nestegg.rule..",
        "org.nestegg.rate..",
        "org.nestegg.budget..",
        "org.nestegg.statement..",
        "org.nestegg.schedule..",
        "org.nestegg.forecast..",
        "org.nestegg.goal..",
        "org.nestegg.bucketlist..",
        "org.nestegg.overview..",
        "org.nestegg.change..",
        "org.nestegg.diagnostics..",
        "org.nestegg.app.."
    };

    /** Rules that span entities. */
    private static final Set<String> RULES = Set.of(
            "org.nestegg.goal.Placement",
            "org.nestegg.goal.Subtree",
            "org.nestegg.goal.GoalTreeBuilder",
            "org.nestegg.goal.GoalTotals",
            "org.nestegg.goal.Outlook",
            "org.nestegg.forecast.Scenario",
            "org.nestegg.forecast.PastDays",
            "org.nestegg.budget.Periods",
            "org.nestegg.budget.Plans",
            "org.nestegg.budget.Standing",
            "org.nestegg.budget.Standings",
            "org.nestegg.transaction.sum.Balances",
            "org.nestegg.transaction.sum.Spending",
            "org.nestegg.transaction.sum.Entries",
            "org.nestegg.transaction.sum.Summary",
            "org.nestegg.transaction.sum.TotalBalance",
            "org.nestegg.transaction.sum.Intervals",
            "org.nestegg.transaction.sum.TransactionCount",
            "org.nestegg.transaction.sum.Turnover",
            "org.nestegg.transaction.sum.Worth",
            "org.nestegg.overview.Counts",
            "org.nestegg.overview.Overview",
            "org.nestegg.transaction.ClosedAccounts",
            "org.nestegg.transaction.Allocations",
            "org.nestegg.transaction.ImportedTransactions",
            "org.nestegg.rate.Conversion",
            "org.nestegg.rate.Rates",
            "org.nestegg.rate.FixedRates",
            "org.nestegg.rate.ReferenceRates",
            "org.nestegg.rule.Rules",
            "org.nestegg.statement.Application",
            "org.nestegg.statement.Linking",
            "org.nestegg.statement.Matching",
            "org.nestegg.transaction.transfer.Suggestions",
            "org.nestegg.transaction.BankText",
            "org.nestegg.rule.RuleScan",
            "org.nestegg.identity.Admins",
            "org.nestegg.identity.Erasure",
            "org.nestegg.transaction.sum.Scope",
            "org.nestegg.transaction.sum.CurrencyBalance",
            "org.nestegg.transaction.sum.DailySum",
            "org.nestegg.forecast.Prospect",
            "org.nestegg.forecast.Question",
            "org.nestegg.schedule.Likenesses",
            "org.nestegg.schedule.PlannedAccounts",
            "org.nestegg.schedule.PlannedFlows",
            "org.nestegg.schedule.Posted",
            "org.nestegg.schedule.Posting",
            "org.nestegg.schedule.Recurring",
            "org.nestegg.schedule.Series",
            "org.nestegg.schedule.Suggestions",
            "org.nestegg.schedule.Timeline",
            "org.nestegg.recurrence.Recurrence",
            "org.nestegg.money.Money");

    /** What is said of a plan is no change: nothing of it is recorded yet. */
    private static final Set<String> PLANS = Set.of("patchImport", "patchImportRow", "patchImportRows", "deleteLayout");

    /** Changes nothing: a POST because of its body. */
    private static final String PREVIEW =
            "org.nestegg.rule.RuleResource.preview(org.nestegg.rule.RuleInput, jakarta.ws.rs.core.UriInfo)";

    /** What everybody has is nobody's change. */
    private static final String SHARED_RATES =
            "org.nestegg.rate.RateResource.replace(java.lang.String, org.nestegg.rate.RatesInput)";

    @Test
    void platformImportsNoFeature() {
        noClasses()
                .that()
                .resideInAPackage("org.nestegg.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FEATURES)
                .check(CLASSES);
    }

    @Test
    void featuresFormNoCircle() {
        slices().matching(
                        "org.nestegg.(identity|change|account|rate|transaction|rule|budget|statement|schedule|forecast|goal|bucketlist|overview|diagnostics|app)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void platformRoomsFormNoCircle() {
        slices().matching("org.nestegg.platform.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void nobodyUsesAResource() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith(Path.class)
                .check(CLASSES.that(new DescribedPredicate<>("are not resources") {
                    @Override
                    public boolean test(JavaClass type) {
                        return !type.isAnnotatedWith(Path.class);
                    }
                }));
    }

    @Test
    void resourcesReturnViewsAndNoEntities() {
        classes().that().areAnnotatedWith(Path.class).should(returnNoEntity()).check(CLASSES);
    }

    @Test
    void findersOfOwnedEntitiesAskForTheOwnerFirst() {
        classes()
                .that()
                .areAssignableTo(OwnedEntity.class)
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .should(haveOwnerFirstInEveryStaticMethod())
                .check(CLASSES);
    }

    @Test
    void onlyAnEntityCallsItsPanacheStatics() {
        noClasses()
                .should()
                .callMethodWhere(new DescribedPredicate<>("Panache's static methods are those of another entity") {
                    @Override
                    public boolean test(JavaMethodCall call) {
                        return call.getTargetOwner().isAssignableTo(PanacheEntityBase.class)
                                && !call.getOriginOwner().equals(call.getTargetOwner())
                                && call.getTarget()
                                        .resolveMember()
                                        .filter(method -> method.getOwner().isEquivalentTo(PanacheEntityBase.class)
                                                && method.getModifiers().contains(JavaModifier.STATIC))
                                        .isPresent();
                    }
                })
                .check(CLASSES);
    }

    /** What a room knows of money and goals does not depend on how it is asked for or written. */
    @Test
    void theDomainKnowsNeitherHttpNorJson() {
        noClasses()
                .that(new DescribedPredicate<>("are entities, or enums and rules of their rooms") {
                    @Override
                    public boolean test(JavaClass type) {
                        return type.isAssignableTo(PanacheEntityBase.class)
                                || type.isEnum() && !type.getPackageName().startsWith("org.nestegg.platform")
                                || RULES.contains(type.getName());
                    }
                })
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..", "com.fasterxml.jackson..", "io.vertx..")
                .check(CLASSES);
    }

    @Test
    void whatFeaturesShareKnowsNone() {
        noClasses()
                .that()
                .resideInAPackage("org.nestegg.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.nestegg.money..", "org.nestegg.recurrence..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAnyPackage("org.nestegg.money..", "org.nestegg.recurrence..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FEATURES)
                .check(CLASSES);
    }

    /** What the document says of conditions is what happens: reading by the answer's tag, writing by a check. */
    @Test
    void whatIsConditionalSaysSo() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .and()
                .arePublic()
                .should(new ArchCondition<>("be @Conditional if, and only if, it heeds conditions") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean reads = method.isAnnotatedWith(GET.class);
                        boolean heeds = reads
                                ? method.getRawReturnType().isAssignableTo(Tagged.class)
                                        || calls(method, "answerTree", new HashSet<>())
                                : calls(method, "org.nestegg.platform.condition.Preconditions.check", new HashSet<>());
                        if (heeds != method.isAnnotatedWith(Conditional.class)) {
                            events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                        }
                    }
                })
                .check(CLASSES);
    }

    /** Whether a method calls another, itself or by methods of its own class. */
    private static boolean calls(JavaCodeUnit unit, String name, Set<JavaCodeUnit> seen) {
        return seen.add(unit)
                && unit.getCallsFromSelf().stream()
                        .anyMatch(call -> (call.getTargetOwner().getName() + "." + call.getName()).endsWith(name)
                                || call.getTargetOwner().equals(unit.getOwner())
                                        && call.getTarget()
                                                .resolveMember()
                                                .filter(member ->
                                                        member instanceof JavaCodeUnit own && calls(own, name, seen))
                                                .isPresent());
    }

    /** What nobody has begun a change for would still be remembered, but as nobody's. */
    @Test
    void whatWritesWhatIsRememberedIsRecorded() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(
                        "org.nestegg.account..",
                        "org.nestegg.transaction..",
                        "org.nestegg.rule",
                        "org.nestegg.rate",
                        "org.nestegg.budget",
                        "org.nestegg.statement",
                        "org.nestegg.schedule",
                        "org.nestegg.goal",
                        "org.nestegg.bucketlist",
                        "org.nestegg.change")
                .and(new DescribedPredicate<>("write") {
                    @Override
                    public boolean test(JavaMethod method) {
                        return Stream.of(POST.class, PUT.class, PATCH.class, DELETE.class)
                                .anyMatch(method::isAnnotatedWith);
                    }
                })
                .and()
                .doNotHaveFullName("org.nestegg.change.ChangeResource.forget(jakarta.ws.rs.core.UriInfo)")
                .and()
                .doNotHaveFullName(PREVIEW)
                .and()
                .doNotHaveFullName(SHARED_RATES)
                .should(new ArchCondition<>("be @Recorded by the id of their operation") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        String id = method.getAnnotationOfType(Operation.class).operationId();
                        if (PLANS.contains(id)) {
                            return;
                        }
                        if (!method.isAnnotatedWith(Transactional.class)
                                || !method.tryGetAnnotationOfType(Recorded.class)
                                        .map(Recorded::value)
                                        .filter(id::equals)
                                        .isPresent()) {
                            events.add(SimpleConditionEvent.violated(method, method.getFullName()));
                        }
                    }
                })
                .check(CLASSES);
    }

    /** Those that are not have no effect to repeat, or answer with secrets. */
    @Test
    void everyPostIsDoneOnceForItsKey() {
        methods()
                .that()
                .areAnnotatedWith(POST.class)
                .and()
                .doNotHaveFullName("org.nestegg.forecast.ForecastResource.imagine(org.nestegg.forecast.WhatIfInput)")
                .and()
                .doNotHaveFullName(
                        "org.nestegg.identity.session.AuthResource.register(org.nestegg.identity.RegisterInput)")
                .and()
                .doNotHaveFullName(
                        "org.nestegg.identity.session.AuthResource.login(org.nestegg.identity.session.LoginInput)")
                .and()
                .doNotHaveFullName(
                        "org.nestegg.identity.session.AuthResource.refresh(org.nestegg.identity.session.RefreshInput)")
                .and()
                .doNotHaveFullName(
                        "org.nestegg.identity.session.AuthResource.logout(org.nestegg.platform.input.NoInput)")
                .and()
                .doNotHaveFullName(
                        "org.nestegg.identity.session.PageSessionResource.start(org.nestegg.identity.session.PageSessionInput)")
                .and()
                .doNotHaveFullName(
                        "org.nestegg.identity.token.PersonalTokenResource.create(org.nestegg.identity.token.TokenInput)")
                .and()
                .doNotHaveFullName("org.nestegg.diagnostics.EchoResource.post(java.io.InputStream)")
                .and()
                .doNotHaveFullName(PREVIEW)
                .should()
                .beAnnotatedWith(Idempotent.class)
                .andShould()
                .beAnnotatedWith(Transactional.class)
                .check(CLASSES);
    }

    private static ArchCondition<JavaClass> returnNoEntity() {
        return new ArchCondition<>("return no entity") {
            @Override
            public void check(JavaClass resource, ConditionEvents events) {
                resource.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> method.getReturnType().getAllInvolvedRawTypes().stream()
                                .anyMatch(type -> type.isAnnotatedWith(jakarta.persistence.Entity.class)))
                        .forEach(method -> events.add(SimpleConditionEvent.violated(method, method.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> haveOwnerFirstInEveryStaticMethod() {
        return new ArchCondition<>("have the owner as first parameter of every finder") {
            @Override
            public void check(JavaClass entity, ConditionEvents events) {
                entity.getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.STATIC))
                        .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(method -> !method.getModifiers().contains(JavaModifier.PRIVATE))
                        .filter(method -> !asksForOwner(method))
                        .forEach(method -> events.add(SimpleConditionEvent.violated(method, method.getDescription())));
            }
        };
    }

    private static boolean asksForOwner(JavaMethod method) {
        return !method.getRawParameterTypes().isEmpty()
                && method.getRawParameterTypes().getFirst().isEquivalentTo(UUID.class)
                && method.reflect().getParameters()[0].getName().equals("owner");
    }
}
