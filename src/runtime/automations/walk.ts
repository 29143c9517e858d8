import type { Advanced } from "../../core/automations/advance"
import type { AutomationSettings } from "../../core/automations/automation-settings"
import type { AutomationVersion } from "../../core/automations/definition"
import type { Facts } from "../../core/automations/facts"
import { knowFrom, questionKey, type Question } from "../../core/automations/questions"
import type { EngineVersionRow, EnrolmentRow } from "../../modules/mailroom/sql/enrolments"

/** The contact behind an occurrence, as mails need it. All null for people who are no contacts (admin users). */
export type Person = {
  contactId: string | null
  addressId: string | null
  chosenLocale: string | null
  lastLocale: string | null
  timeZone: string | null
  country: string | null
  groupIds?: string[]
}

export const NOBODY: Person = {
  contactId: null,
  addressId: null,
  chosenLocale: null,
  lastLocale: null,
  timeZone: null,
  country: null,
}

/** How one entrant's step ended, before anything of it is stored. */
export type Step =
  | { kind: "moved"; moved: Advanced }
  | { kind: "refused"; verdict: "not_entered" | "control"; reason: string; saw: Record<string, unknown> }
  | { kind: "later"; at: Date }
  /** The shop does not have what it is about (any more). */
  | { kind: "missing"; what: string }
  | { kind: "failed"; error: unknown }

/** One entrant while its batch is walked: what is known of it grows by answers. */
export type Walk = {
  row: EnrolmentRow
  automationKind: EngineVersionRow["automation_kind"]
  version: AutomationVersion
  settings: AutomationSettings
  answers: Map<string, unknown>
  person?: Person
  step?: Step
}

export const learn = (walk: Walk, question: Question, answer: unknown): void => {
  walk.answers.set(questionKey(question), answer)
}

export const factsOf = ({ answers }: Walk): Facts | undefined => knowFrom(answers)({ about: "occurrence" })

/** Nothing more can be learnt about it in this batch. */
export const isBroken = ({ step }: Walk): boolean => step?.kind === "missing" || step?.kind === "failed"
