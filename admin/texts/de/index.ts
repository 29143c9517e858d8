import type { en } from "../en"
import type { Translated } from "../translated"
import { notices, suppliers, webhooks } from "./actions"
import { ledger, proof, stops, topicPage, who, why } from "./audience"
import { actions, cart, goLive, picker, storeEmails } from "./automations"
import { common, menu, star } from "./common"
import { composer } from "./composer"
import { contacts, dispatches } from "./contacts"
import { editor, templates } from "./editor"
import { autoresponders, entrants, recipes, tryOut } from "./entrants"
import { automationReport } from "./automation-report"
import { automations } from "./flows"
import { gdpr, imports } from "./imports"
import { newsletters } from "./newsletters"
import { ask, message, order, outbox, person } from "./outbox"
import { findings, liveShop, overview } from "./overview"
import { polls } from "./polls"
import { preflight, spam } from "./preflight"
import { reports } from "./reports"
import { schedule } from "./schedule"
import { segments } from "./segments"
import {
  brand,
  consent,
  general,
  health,
  mode,
  owner,
  retention,
  rights,
  secret,
  sender,
  settings,
  throttle,
  topics,
  tracking,
  transport,
} from "./settings"
import { steps } from "./steps"
import { system } from "./system"
import { tasks } from "./tasks"
import { variants } from "./variants"
import { words } from "./words"

/** All German texts, key by key as the English ones. */
export const de: Translated<typeof en> = {
  menu,
  common,
  star,
  words,
  overview,
  tasks,
  automationReport,
  findings,
  system,
  liveShop,
  outbox,
  ask,
  message,
  contacts,
  segments,
  polls,
  who,
  stops,
  ledger,
  proof,
  why,
  topicPage,
  imports,
  gdpr,
  dispatches,
  person,
  order,
  newsletters,
  preflight,
  spam,
  composer,
  schedule,
  variants,
  editor,
  templates,
  reports,
  goLive,
  storeEmails,
  cart,
  actions,
  automations,
  steps,
  entrants,
  tryOut,
  recipes,
  autoresponders,
  suppliers,
  notices,
  webhooks,
  picker,
  settings,
  health,
  general,
  transport,
  secret,
  mode,
  owner,
  tracking,
  consent,
  retention,
  throttle,
  sender,
  brand,
  topics,
  rights,
}
