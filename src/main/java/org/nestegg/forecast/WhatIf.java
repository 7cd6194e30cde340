package org.nestegg.forecast;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.nestegg.money.Money;
import org.nestegg.platform.input.Binder;
import org.nestegg.platform.input.MergePatch;
import org.nestegg.platform.problem.CommonFieldError;
import org.nestegg.platform.problem.FieldError;
import org.nestegg.platform.problem.JsonType;
import org.nestegg.platform.problem.ProblemException;
import org.nestegg.platform.security.Defaults;
import org.nestegg.schedule.Schedule;
import org.nestegg.schedule.ScheduleInput;

/** What a forecast would be if some things were otherwise. All that is wrong is found before anything is forecast. */
@Singleton
class WhatIf {

    private static final String ID = "id";

    private final Binder binder;

    WhatIf(Binder binder) {
        this.binder = binder;
    }

    /**
     * The schedules as they would be.
     *
     * @param there those that there are
     * @throws ProblemException with {@code invalid-input}, naming every entry at fault
     */
    List<Schedule> schedules(List<Schedule> there, WhatIfInput input, Question question, Defaults own) {
        Map<UUID, Schedule> schedules = new LinkedHashMap<>();
        there.forEach(schedule -> schedules.put(schedule.id, schedule));
        List<FieldError> faults = new ArrayList<>();
        each(input.without().schedules(), WhatIfInput.WITHOUT, faults, id -> {
            if (schedules.remove(id) == null) {
                throw ProblemException.invalid("", CommonFieldError.UNKNOWN_REFERENCE);
            }
        });
        each(input.change().schedules(), WhatIfInput.CHANGE, faults, entry -> change(entry, schedules, own));
        List<Schedule> all = new ArrayList<>(schedules.values());
        each(
                input.with().schedules(),
                WhatIfInput.WITH,
                faults,
                entry -> all.add(
                        Schedule.draft(question.owner(), binder.bind(object(entry), ScheduleInput.class), own)));
        each(
                input.with().transactions(),
                WhatIfInput.IMAGINED,
                faults,
                imagined -> Money.fault("/amount", imagined.amount(), question.currency())
                        .ifPresent(fault -> {
                            throw ProblemException.invalid(List.of(fault));
                        }));
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return all;
    }

    private void change(JsonNode entry, Map<UUID, Schedule> schedules, Defaults own) {
        ObjectNode patch = object(entry).deepCopy();
        ObjectNode reference = JsonNodeFactory.instance.objectNode();
        if (patch.has(ID)) {
            reference.set(ID, patch.remove(ID));
        }
        UUID id = binder.bind(reference, ScheduleChange.class).id();
        Schedule schedule = schedules.get(id);
        if (schedule == null) {
            throw ProblemException.invalid("/id", CommonFieldError.UNKNOWN_REFERENCE);
        }
        ScheduleInput changed = new MergePatch(patch, binder).applyTo(ScheduleInput.of(schedule), ScheduleInput.class);
        schedules.put(id, schedule.imagined(changed, own));
    }

    private static <E> void each(List<E> entries, String parent, List<FieldError> faults, Consumer<E> step) {
        for (int i = 0; i < entries.size(); i++) {
            String entry = parent + i;
            try {
                step.accept(entries.get(i));
            } catch (ProblemException e) {
                if (e.errors().isEmpty()) {
                    throw e;
                }
                e.errors().forEach(error -> faults.add(error.below(entry)));
            }
        }
    }

    private static ObjectNode object(JsonNode entry) {
        if (entry instanceof ObjectNode json) {
            return json;
        }
        throw ProblemException.invalid("", CommonFieldError.WRONG_TYPE, JsonType.OBJECT);
    }
}
