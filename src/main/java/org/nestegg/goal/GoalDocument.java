package org.nestegg.goal;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.nestegg.change.AsOf;
import org.nestegg.platform.openapi.QueryParameters;

/** What the OpenAPI document says of goals beyond the annotations: filters, and trees, which write themselves. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2)
public class GoalDocument implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Schema goal = document.getComponents().getSchemas().get("Goal");
        Map<String, Schema> fields = new LinkedHashMap<>(goal.getProperties());
        fields.put("children", list("GoalTree"));
        List<String> required = new ArrayList<>(goal.getRequired());
        required.add("children");
        Map<Object, Object> tree =
                new LinkedHashMap<>((Map<?, ?>) goal.getExamples().getFirst());
        tree.put("children", List.of());
        document.getComponents()
                .addSchema("GoalTree", object("A goal with the goals below it.", fields, required, tree))
                .addSchema(
                        "GoalForest",
                        object(
                                "All trees of somebody's goals.",
                                Map.of("items", list("GoalTree")),
                                List.of("items"),
                                Map.of("items", List.of(tree))));
        new QueryParameters(document)
                .add("listGoals", GoalFilter.PARAMETERS)
                .add("getGoalForest", GoalStatus.PARAMETER, GoalFilter.DEPTH, AsOf.PARAMETER)
                .add("deleteGoal", GoalFilter.CASCADE.describedAs("Whether all goals below it go, too"))
                .add("completeGoal", GoalFilter.CASCADE.describedAs("Whether all goals below it are done, too"))
                .add("reopenGoal", GoalFilter.CASCADE.describedAs("Whether all goals below it are active again, too"));
    }

    private static Schema object(
            String description, Map<String, Schema> properties, List<String> required, Object example) {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description(description)
                .properties(properties)
                .required(required)
                .addExample(example);
    }

    private static Schema list(String items) {
        return OASFactory.createSchema()
                .addType(SchemaType.ARRAY)
                .items(OASFactory.createSchema().ref(items));
    }
}
