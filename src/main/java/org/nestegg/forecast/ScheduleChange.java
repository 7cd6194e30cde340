package org.nestegg.forecast;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which schedule is imagined otherwise. Beside the id it has the fields of a merge patch. */
@Schema(name = "ScheduleChange", description = "A merge patch (RFC 7396) with the id of the schedule that it is for")
record ScheduleChange(@Schema(required = true) @NotNull UUID id) {}
