import type { Mailroom } from "../../../modules/mailroom/mailroom"
import { loadFacts } from "../../facts"
import { peopleFacts } from "../../facts-of-person"
import { learn, type Walk } from "../walk"

/** Asked of the shop at once: more would only queue up there. */
const AT_ONCE = 8

/**
 * What occurrences are about, read from the shop as it is now, one by one; who a person is stands in our own tables and is
 * read for all by one statement.
 */
export async function answerOccurrences(mailroom: Mailroom, walks: Walk[]): Promise<void> {
  const ids = walks.flatMap(({ row }) => contactOf(row.facts.payload) ?? [])
  const people = ids.length > 0 ? await peopleFacts(mailroom, [...new Set(ids)]) : new Map()
  const open = [...walks]
  const work = async () => {
    for (let walk = open.shift(); walk; walk = open.shift()) await answerOne(walk)
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, walks.length) }, work))

  async function answerOne(walk: Walk): Promise<void> {
    try {
      const facts = await loadFacts(mailroom, mailroom.shop!, walk.row.facts, people)
      if ("missing" in facts) walk.step = { kind: "missing", what: facts.missing }
      else learn(walk, { about: "occurrence" }, facts)
    } catch (error) {
      walk.step = { kind: "failed", error }
    }
  }
}

const contactOf = ({ contact_id: id }: Record<string, unknown>): string | null => (typeof id === "string" ? id : null)
