import { BUILTINS } from "../../../../src/core/automations/builtins"
import { inOtherWords, type Wording } from "../../../../src/core/reports/in-other-words"
import { WHY } from "../../../../src/core/reports/why"
import { words } from "../words"
import { actionsSaid } from "./actions"
import { automationsSaid } from "./automations"
import { beforeSendSaid } from "./before-send"
import { channelsSaid } from "./channels"
import { composerSaid } from "./composer"
import { fieldsSaid } from "./fields"
import { mailingsSaid } from "./mailings"
import { outboxSaid } from "./outbox"
import { peopleSaid } from "./people"
import { pollsSaid } from "./polls"
import { readinessSaid } from "./readiness"
import { systemSaid } from "./system"
import { triggersSaid } from "./triggers"
import { variantsSaid } from "./variants"

/** Reasons have their German words already. */
const reasonsSaid: Wording[] = Object.entries(WHY).map(([reason, english]) => [
  english,
  words.reason[reason as keyof typeof words.reason],
])

/** The store e-mails, which have English names of their own, where a sentence quotes one. */
const builtinsSaid: Wording[] = BUILTINS.map(({ key, name }) => [`"${name}"`, `„${words.template[key]}“`])

export const allSaid: Wording[] = [
  ...builtinsSaid,
  ...reasonsSaid,
  ...readinessSaid,
  ...outboxSaid,
  ...mailingsSaid,
  ...composerSaid,
  ...actionsSaid,
  ...channelsSaid,
  ...automationsSaid,
  ...triggersSaid,
  ...beforeSendSaid,
  ...variantsSaid,
  ...peopleSaid,
  ...pollsSaid,
  ...fieldsSaid,
  ...systemSaid,
]

const dateTime = new Intl.DateTimeFormat("de", { dateStyle: "medium", timeStyle: "short" })

/** A sentence of the server in German. */
export const inGerman = inOtherWords(allSaid, (iso) => dateTime.format(new Date(iso)))

const builtinNames = new Map<string, string>(BUILTINS.map(({ key, name }) => [name, words.template[key]]))

/** The name of a store e-mail in German, or what somebody called it. */
export const builtinInGerman = (name: string): string => builtinNames.get(name) ?? name
