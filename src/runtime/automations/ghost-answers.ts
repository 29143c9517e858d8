import type { Question, QuestionOf } from "../../core/automations/questions"
import type { Mailroom } from "../../modules/mailroom/mailroom"
import { selectPeople, type PersonRow } from "../../modules/mailroom/sql/enrolment-answers"
import { answerOccurrences } from "./answers/occurrence"
import { personFrom } from "./answers/person"
import { stateOfMail, type Ghost } from "./ghost"
import { factsOf, learn, NOBODY, type Person } from "./walk"

export type AskedGhost = { ghost: Ghost; question: Question }

/** Of the whole replay: who came before whom, and who took which place. */
export type GhostWorld = { mailroom: Mailroom; ghosts: Ghost[]; places: Map<string, string[]> }

/** Answers by reading alone: what the replay itself did stands for what would have been stored. */
export async function answerGhosts(world: GhostWorld, asked: AskedGhost[]): Promise<void> {
  for (const { ghost, question } of asked) await answerGhost(world, ghost, question)
}

async function answerGhost(world: GhostWorld, ghost: Ghost, question: Question): Promise<void> {
  const { mailroom } = world
  const { walk } = ghost
  switch (question.about) {
    case "occurrence":
      return answerOccurrences(mailroom, [walk])
    case "person": {
      const person = await personOf(mailroom, ghost)
      const { general } = await mailroom.settings.read()
      const { contactId, country, timeZone } = person
      return learn(walk, question, { contactId, country, timeZone: timeZone ?? general.timeZone })
    }
    case "in_segment":
    case "matches":
      return learn(walk, question, await isMember(mailroom, ghost, question))
    case "mail_state": {
      const mail = ghost.mails.filter(({ node }) => node === question.node).at(-1)
      return learn(walk, question, mail ? stateOfMail(mail) : null)
    }
    case "effect_state":
      return learn(walk, question, { state: "done", answer: {} })
    case "place": {
      const taken = world.places.get(question.node) ?? []
      if (!taken.includes(walk.row.id)) world.places.set(question.node, [...taken, walk.row.id])
      return learn(walk, question, world.places.get(question.node)!.indexOf(walk.row.id) + 1)
    }
    case "earlier_entries":
      return learn(walk, question, await earlierOf(world, ghost))
  }
}

/** Nobody becomes a contact by a replay: who is none yet stays unknown. */
export async function personOf(mailroom: Mailroom, { walk }: Ghost): Promise<Person> {
  if (walk.person) return walk.person
  if (walk.row.contact_id === null) {
    if (!factsOf(walk)) await answerOccurrences(mailroom, [walk])
    const email = factsOf(walk)?.shopper.email
    walk.row.contact_id = email ? ((await mailroom.contacts.byEmail(mailroom.db, email))?.contactId ?? null) : null
  }
  const id = walk.row.contact_id
  const [row] = id ? await mailroom.db.query<PersonRow>(selectPeople([id])) : []
  walk.person = row ? personFrom(row) : NOBODY
  return walk.person
}

async function isMember(
  mailroom: Mailroom,
  ghost: Ghost,
  question: QuestionOf<"in_segment"> | QuestionOf<"matches">,
): Promise<boolean> {
  const { contactId } = await personOf(mailroom, ghost)
  if (!contactId) return false
  const of = question.about === "in_segment" ? question.segmentId : question.rule
  return (await mailroom.segmentMembers.among(of, [contactId])).has(contactId)
}

/** Among those who came before in the replay: it began with nobody inside. */
async function earlierOf({ mailroom, ghosts }: GhostWorld, ghost: Ghost) {
  const { contactId } = await personOf(mailroom, ghost)
  const before = ghosts
    .slice(0, ghosts.indexOf(ghost))
    .filter(({ walk, state }) => contactId !== null && walk.row.contact_id === contactId && state !== "refused")
  const last = before.at(-1)?.walk.row.entered_at ?? null
  return {
    count: before.length,
    last,
    isInside: before.some(({ state }) => state === "waiting"),
    isUndecided: false,
  }
}
