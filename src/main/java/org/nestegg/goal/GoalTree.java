package org.nestegg.goal;

import java.util.List;
import org.nestegg.shared.condition.Tagged;

/** A goal with the goals below it. It is written by {@link GoalTreeWriter}. */
record GoalTree(GoalView goal, List<GoalTree> children) implements Tagged {}
