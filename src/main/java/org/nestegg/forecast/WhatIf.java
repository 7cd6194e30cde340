package org.nestegg.forecast;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nestegg.account.Account;
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
        // For all entries at once.
        Map<UUID, Account> accounts = Account.all(question.owner()).stream()
                .collect(Collectors.toMap(account -> account.id, Function.identity()));
        List<FieldError> faults = new ArrayList<>();
        remove(input.without().schedules(), schedules, faults);
        each(input.change().schedules(), WhatIfInput.CHANGE, faults, entry -> change(entry, schedules, own, accounts));
        List<Schedule> all = new ArrayList<>(schedules.values());
        each(
                input.with().schedules(),
                WhatIfInput.WITH,
                faults,
                entry -> all.add(Schedule.draft(
                        question.owner(), binder.bind(object(entry), ScheduleInput.class), own, accounts)));
        checkAmounts(input.with().transactions(), question.currency(), faults);
        ProblemException.throwIfAny(faults);
        return all;
    }

    private static void remove(List<UUID> ids, Map<UUID, Schedule> schedules, List<FieldError> faults) {
        for (int i = 0; i < ids.size(); i++) {
            if (schedules.remove(ids.get(i)) == null) {
                faults.add(FieldError.at(WhatIfInput.WITHOUT + i, CommonFieldError.UNKNOWN_REFERENCE));
            }
        }
    }

    private static void checkAmounts(
            List<WhatIfInput.Imagined> transactions, Currency currency, List<FieldError> faults) {
        for (int i = 0; i < transactions.size(); i++) {
            Money.fault(
                            WhatIfInput.IMAGINED + i + "/amount",
                            transactions.get(i).amount(),
                            currency)
                    .ifPresent(faults::add);
        }
    }

    private void change(JsonNode entry, Map<UUID, Schedule> schedules, Defaults own, Map<UUID, Account> accounts) {
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
        schedules.put(id, schedule.imagined(changed, own, accounts));
    }

    private static void each(List<JsonNode> entries, String parent, List<FieldError> faults, Consumer<JsonNode> step) {
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
