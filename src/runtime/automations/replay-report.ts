import type { Mailroom } from "../../modules/mailroom/mailroom"
import { selectOverlap, selectReallySent } from "../../modules/mailroom/sql/replay"
import { renderMessage } from "../../rendering/render-message"
import { brandFor } from "../current-brand"
import type { Ghost } from "./ghost"
import { replay } from "./replay"
import { factsOf } from "./walk"

const SHOWN_PEOPLE = 100
const SHOWN_MAILS = 3

/** What a replay shows (F51): who would have entered, what would have gone when and to whom, and what else they got. */
export async function replayReport(mailroom: Mailroom, id: string, { days }: { days: number }) {
  const { ghosts, events, isCut } = await replay(mailroom, id, { days })
  const mails = ghosts.flatMap((ghost) => ghost.mails.map((mail) => ({ ghost, ...mail })))
  const sent = mails.filter(({ refused }) => refused === null)
  const contactIds = [...new Set(sent.flatMap(({ ghost }) => ghost.walk.row.contact_id ?? []))]
  const [overlap, really, samples] = await Promise.all([
    mailroom.db.query(selectOverlap({ contactIds, automationId: id, days })),
    mailroom.db.query<{ status: string }>(selectReallySent(id, days)),
    samplesOf(mailroom, sent),
  ])
  return {
    days,
    events,
    is_cut: isCut,
    entered: ghosts.filter(({ state }) => state !== "refused").length,
    refused: counted(ghosts.filter(({ state }) => state === "refused").map(({ outcome }) => outcome ?? "error")),
    mails: sent.length,
    not_sent: counted(mails.flatMap(({ refused }) => refused ?? [])),
    per_day: counted(sent.map(({ at }) => at.toISOString().slice(0, 10))),
    per_node: counted(sent.map(({ node }) => node)),
    effects: counted(ghosts.flatMap((ghost) => ghost.effects.map(({ effect }) => nameOf(effect)))),
    really_sent: really.filter(({ status }) => status === "sent" || status === "in_doubt").length,
    overlap,
    people: ghosts.slice(0, SHOWN_PEOPLE).map(personLine),
    samples,
  }
}

const nameOf = (effect: Ghost["effects"][number]["effect"]): string =>
  effect.kind === "outside" ? effect.what : effect.kind

function personLine({ walk, state, outcome, mails, effects }: Ghost) {
  const facts = factsOf(walk)
  return {
    contact_id: walk.row.contact_id,
    email: facts?.shopper.email ?? null,
    occurrence_key: walk.row.occurrence_key,
    at: walk.row.entered_at,
    state,
    outcome,
    node: walk.row.node,
    mails,
    effects: effects.map(({ node, at, effect }) => ({ node, at, what: nameOf(effect) })),
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
    if (mail) samples.push({ node, at, to: factsOf(ghost.walk)!.shopper.email, ...mail })
  }
  return samples
}

/** The mail of a node with the person's own words in it. Null when its template is gone. */
export async function mailFor(mailroom: Mailroom, { walk }: Ghost, nodeId: string) {
  const node = walk.version.nodes.find(({ id }) => id === nodeId)
  const { template } = node!.settings as { template: string }
  const versionId = await mailroom.templates.liveVersionOf(template)
  const facts = factsOf(walk)
  if (!versionId || !facts) return null
  const { general } = await mailroom.settings.read()
  const locale = walk.person?.chosenLocale ?? facts.shopper.locale ?? walk.person?.lastLocale ?? general.locale
  const brand = await brandFor(mailroom)
  const { subject, html } = renderMessage(await mailroom.templates.compiled(versionId, locale, general.locale), {
    context: facts.context,
    locale,
    timeZone: general.timeZone,
    shop: { name: brand.shopName, url: brand.storefrontUrl, postalAddress: brand.postalAddress },
    linkUrl: null,
    pixelUrl: null,
    unsubscribeUrl: null,
    preferencesUrl: null,
    viewUrl: null,
  })
  return { subject, html, locale, versionId, context: facts.context }
}
