import { pastOf } from "../../core/automations/past"
import type { PromotionSettings } from "../../core/automations/nodes/promotion"
import type { Mailroom } from "../../modules/mailroom/mailroom"
import { selectOverlap, selectReallySent } from "../../modules/mailroom/sql/replay"
import { nameOfEffect, type Ghost } from "./ghost"
import type { Progress } from "./ghost-world"
import { mailFor } from "./ghost-mail"
import { replay } from "./replay"

const SHOWN_PEOPLE = 100
const SHOWN_MAILS = 3

export type ReplayReport = Awaited<ReturnType<typeof replayReport>>

/** What a replay shows (F51): who would have entered, what would have gone when and to whom, and what else they got. */
export async function replayReport(
  mailroom: Mailroom,
  id: string,
  { days, most, progress }: { days: number; most?: number; progress?: Progress },
) {
  const { world, occurrences, until } = await replay(mailroom, id, { days, most, progress })
  const { ghosts } = world
  const mails = ghosts.flatMap((ghost) => ghost.mails.map((mail) => ({ ghost, ...mail })))
  const going = mails.filter(({ refused }) => refused === null)
  const sent = going.filter(({ at }) => at <= until)
  const contactIds = [...new Set(sent.flatMap(({ ghost }) => ghost.walk.row.contact_id ?? []))]
  const { general } = await mailroom.settings.read()
  const really = await mailroom.db.query<{ status: string }>(selectReallySent(id, days))
  return {
    days,
    events: occurrences,
    is_cut: world.isCut,
    trouble: world.trouble,
    notes: ghosts[0] ? pastOf(ghosts[0].walk.version.trigger.kind).notes : [],
    entered: ghosts.filter(({ state }) => state !== "refused" && state !== "failed").length,
    refused: counted(
      ghosts.filter(({ state }) => state === "refused" || state === "failed").map(({ outcome }) => outcome ?? "error"),
    ),
    mails: sent.length,
    /** Of the last days: they would wait for their hour, or for room under the cap, still. */
    waiting: going.length - sent.length,
    not_sent: counted(mails.flatMap(({ refused }) => refused ?? [])),
    per_day: counted(sent.map(({ at }) => dayIn(at, general.timeZone))),
    per_node: counted(sent.map(({ node }) => node)),
    effects: counted(ghosts.flatMap((ghost) => ghost.effects.map(({ effect }) => nameOfEffect(effect)))),
    codes: codesOf(ghosts),
    really_sent: really.filter(({ status }) => status === "sent" || status === "in_doubt").length,
    overlap: await mailroom.db.query<Overlap>(selectOverlap({ contactIds, automationId: id, days })),
    people: ghosts.slice(0, SHOWN_PEOPLE).map(personLine),
    samples: await samplesOf(mailroom, sent),
  }
}

type Overlap = { name: string; source_id: string; people: number; mails: number }

/** By the calendar of the shop. */
const dayIn = (at: Date, timeZone: string): string => new Intl.DateTimeFormat("en-CA", { timeZone }).format(at)

type Codes = { node: string; codes: number; refused: number; cost: number; currency: string }

/** What the codes of each promotion step would cost at most, under its ceiling. */
function codesOf(ghosts: Ghost[]): Codes[] {
  const steps = new Map<string, Codes>()
  for (const { node, effect, state, cost } of ghosts.flatMap(({ effects }) => effects)) {
    if (effect.kind !== "outside" || effect.what !== "promotion") continue
    const { currency } = effect.settings as PromotionSettings
    const sum = steps.get(node) ?? { node, codes: 0, refused: 0, cost: 0, currency }
    const isOut = state === "done"
    steps.set(node, {
      ...sum,
      codes: sum.codes + (isOut ? 1 : 0),
      refused: sum.refused + (isOut ? 0 : 1),
      cost: Math.round((sum.cost + cost) * 100) / 100,
    })
  }
  return [...steps.values()]
}

function personLine({ walk, state, outcome, mails, effects, facts }: Ghost) {
  return {
    contact_id: walk.row.contact_id,
    email: facts?.shopper.email ?? null,
    occurrence_key: walk.row.occurrence_key,
    at: walk.row.entered_at,
    state,
    outcome,
    node: walk.row.node,
    mails,
    effects: effects.map(({ node, at, effect }) => ({ node, at, what: nameOfEffect(effect) })),
  }
}

function counted(names: string[]): { name: string; n: number }[] {
  const sums = new Map<string, number>()
  for (const name of names) sums.set(name, (sums.get(name) ?? 0) + 1)
  return [...sums].map(([name, n]) => ({ name, n })).sort((a, b) => (a.name < b.name ? -1 : 1))
}

type Sent = { ghost: Ghost; node: string; at: Date }

/** The first mail of each node, written for the person who would have got it. */
async function samplesOf(mailroom: Mailroom, sent: Sent[]) {
  const firsts = [...new Map([...sent].reverse().map((one) => [one.node, one])).values()].slice(0, SHOWN_MAILS)
  const samples = []
  for (const { ghost, node, at } of firsts) {
    const mail = await mailFor(mailroom, ghost, node)
    if (!mail) continue
    const { subject, html, locale } = mail
    const { contact_id } = ghost.walk.row
    samples.push({ node, at, contact_id, to: ghost.facts!.shopper.email, subject, html, locale })
  }
  return samples
}
