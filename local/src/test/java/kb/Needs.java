package kb;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The tests of this class need a {@link RealPart}, and none of them begins without it; {@code -Dgroups=parts} selects them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("parts")
@ExtendWith(Needs.Rule.class)
public @interface Needs {
    RealPart value();

    /** Asked before a class starts, because what {@code @BeforeAll} skips is counted as no test at all. */
    final class Rule implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            var test = context.getRequiredTestClass();
            var part = findAnnotation(test, Needs.class).orElseThrow().value();
            if (part.found().isPresent()) return ConditionEvaluationResult.enabled(part + " is there");
            var complaint = part.complaint();
            System.out.printf("%s is skipped: %s%n", test.getName(), complaint);
            return ConditionEvaluationResult.disabled(complaint);
        }
    }
}
