/**
 * Whose work makes work for whom: an event sets automations off, an automation plans mails, mails are sent. The follower
 * in the same process looks at once, instead of when its turn comes.
 */
export const FOLLOWERS: Record<string, string[]> = {
  triggers: ["automation-clock"],
  "automation-clock": ["dispatcher", "effects"],
  "mailing-planner": ["dispatcher"],
}

/** Loops that are told of their work by whoever makes it; with other processes listening they need not look so often. */
export const TOLD_LOOPS = new Set(["triggers", "automation-clock", "dispatcher"])
