import { questionKey, type Question, type QuestionOf } from "../../core/automations/questions"
import { stateOfMail, type Ghost, type GhostEffect } from "./ghost"
import type { GhostWorld } from "./ghost-world"
import { learn, NOBODY } from "./walk"

/** People of a group who are looked at by one statement. */
const AT_ONCE = 1_000

/** Answers by reading alone: what the replay itself did stands for what would have been stored. */
export async function answerGhost(world: GhostWorld, ghost: Ghost, question: Question): Promise<void> {
  const { walk } = ghost
  switch (question.about) {
    case "occurrence":
      // It is known before anybody walks; without it nobody does.
      return
    case "person": {
      const { general } = await world.mailroom.settings.read()
      const { contactId, country, timeZone, groupIds } = walk.person ?? NOBODY
      return learn(walk, question, { contactId, country, groupIds, timeZone: timeZone ?? general.timeZone })
    }
    case "in_segment":
    case "matches":
      return learn(walk, question, await isMember(world, ghost, question))
    case "mail_state": {
      const { node, visit } = question
      const mail = ghost.mails.filter((one) => one.node === node && (visit === null || one.visit === visit)).at(-1)
      // Whoever tries it wants to see what follows, also where this person would not get the mail.
      const isTried = world.onlyPerson !== null
      return learn(walk, question, mail ? stateOfMail(isTried ? { ...mail, refused: null } : mail) : null)
    }
    case "effect_state": {
      const done = ghost.effects.filter((one) => isMeant(one, question)).at(-1)
      return learn(walk, question, { state: done?.state ?? "done", answer: {} })
    }
    case "place": {
      const taken = world.places.get(question.node) ?? []
      if (!taken.includes(walk.row.id)) world.places.set(question.node, [...taken, walk.row.id])
      return learn(walk, question, world.places.get(question.node)!.indexOf(walk.row.id) + 1)
    }
    case "earlier_entries":
      return learn(walk, question, earlierOf(world, ghost))
  }
}

function isMeant({ node, visit, effect }: GhostEffect, asked: QuestionOf<"effect_state">): boolean {
  const isThere = node === asked.node && (asked.visit === null || visit === asked.visit)
  return isThere && (asked.what === undefined || (effect.kind === "outside" && effect.what === asked.what))
}

/** Asked once about everybody who has come so far. */
async function isMember(
  { mailroom, ghosts, members }: GhostWorld,
  ghost: Ghost,
  question: QuestionOf<"in_segment"> | QuestionOf<"matches">,
): Promise<boolean> {
  const { contactId } = ghost.walk.person ?? NOBODY
  if (!contactId) return false
  const key = questionKey(question as Question)
  const known = members.get(key) ?? { asked: new Set<string>(), in: new Set<string>() }
  members.set(key, known)
  if (!known.asked.has(contactId)) {
    const open = new Set(
      ghosts.flatMap(({ walk }) => walk.person?.contactId ?? []).filter((id) => !known.asked.has(id)),
    )
    const ids = [...open]
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const some = ids.slice(from, from + AT_ONCE)
      const of = question.about === "in_segment" ? question.segmentId : question.rule
      for (const id of await mailroom.segmentMembers.among(of, some)) known.in.add(id)
      for (const id of some) known.asked.add(id)
    }
  }
  return known.in.has(contactId)
}

/** Among those who came before in the replay: it began with nobody inside. */
function earlierOf({ entered }: GhostWorld, { walk }: Ghost) {
  const before = (entered.get(walk.row.contact_id ?? "") ?? []).filter((other) => other.walk !== walk)
  return {
    count: before.length,
    last: before.at(-1)?.walk.row.entered_at ?? null,
    isInside: before.some(({ state }) => state === "waiting"),
    isUndecided: false,
  }
}
