package org.nestegg.goal;

import java.util.List;

/** The trees of somebody's goals. */
record GoalForest(List<GoalTree> items) {}
