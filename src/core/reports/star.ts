import type { MessageStatus } from "../messages/states"

/** The star of the Outbox (F36). Colour null: nothing was sent (yet), so there is nothing to tell. */
export type Star = {
  colour: "red" | "grey" | "green" | null
  key:
    | "not_sent"
    | "track_off"
    | "no_copy"
    | "no_tracking_consent"
    | "anonymous"
    | "no_open_seen"
    | "machine_open"
    | "opened"
  text: string
  first_at: string | null
  last_at: string | null
}

export type StarFacts = {
  status: MessageStatus
  isTracked: boolean
  isCopyKept: boolean
  /** What really went out. */
  pixel: "none" | "aggregate" | "personal"
  firstOpenHumanAt: string | null
  lastOpenHumanAt: string | null
  firstOpenMachineAt: string | null
}

/**
 * Red: no personal pixel went out. Grey: it did, no open by a person was seen. Green: a person opened it.
 * An anonymous pixel is red, because it tells nothing about this person.
 */
export function starOf(facts: StarFacts): Star {
  const { status, pixel, firstOpenHumanAt, lastOpenHumanAt, firstOpenMachineAt } = facts
  if (status !== "sent" && status !== "in_doubt") return star(null, "not_sent", "Not sent, so nobody could open it.")
  if (pixel !== "personal") return redStar(facts)
  if (firstOpenHumanAt)
    return {
      ...star("green", "opened", "Opened by a person."),
      first_at: firstOpenHumanAt,
      last_at: lastOpenHumanAt ?? firstOpenHumanAt,
    }
  if (firstOpenMachineAt)
    return {
      ...star(
        "grey",
        "machine_open",
        "Loaded by a machine (privacy proxy or scanner). Whether a person opened it is not known.",
      ),
      first_at: firstOpenMachineAt,
    }
  return star("grey", "no_open_seen", "No open was seen. Who blocks images is never counted.")
}

function redStar({ isTracked, isCopyKept, pixel }: StarFacts): Star {
  if (!isTracked) return star("red", "track_off", "No personal pixel went out: Track was off.")
  if (!isCopyKept)
    return star("red", "no_copy", "No personal pixel went out: no copy was kept, and tracking needs one.")
  if (pixel === "aggregate")
    return star(
      "red",
      "anonymous",
      "No personal pixel went out: without consent to tracking only anonymous totals count.",
    )
  return star("red", "no_tracking_consent", "No personal pixel went out: this person did not consent to tracking.")
}

function star(colour: Star["colour"], key: Star["key"], text: string): Star {
  return { colour, key, text, first_at: null, last_at: null }
}
