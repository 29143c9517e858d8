import { randomBytes } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import type { Database } from "../database"
import { LOCALES } from "../../../core/templates/contexts"
import {
  deleteTopic,
  insertTopic,
  orderTopics,
  selectTopic,
  selectTopics,
  selectTopicUse,
  updateTopic,
  type TopicInput,
  type TopicRow,
  type TopicTranslations,
  type TopicUse,
} from "../sql/topics"

export type { TopicRow }

/** Mailing categories. Newsletters, Promotions and General come with the first migration. */
export class TopicService {
  constructor(private readonly db: Database) {}

  async list(): Promise<TopicRow[]> {
    return this.db.query<TopicRow>(selectTopics())
  }

  /** Throws NOT_FOUND. */
  async get(id: string): Promise<TopicRow> {
    const [topic] = await this.db.query<TopicRow>(selectTopic(id))
    if (!topic) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no topic "${id}".`)
    return topic
  }

  async create(input: Partial<TopicInput> & { name: string }): Promise<TopicRow> {
    const topic = checked({ ...NEW, ...given(input), name: input.name, slug: input.slug ?? slugOf(input.name) })
    const id = `mtop_${randomBytes(10).toString("hex")}`
    if ((await this.db.query(insertTopic(id, topic))).length === 0) throw slugTaken(topic.slug)
    return this.get(id)
  }

  async update(id: string, change: Partial<TopicInput> & { isArchived?: boolean }): Promise<TopicRow> {
    const before = await this.get(id)
    const topic = checked({ ...before, ...given(change) })
    const isArchived = change.isArchived ?? before.archived_at !== null
    if ((await this.db.query(updateTopic(id, { ...topic, isArchived }))).length === 0) throw slugTaken(topic.slug)
    return this.get(id)
  }

  /** All topics as people see them; ids that are left out come after. Throws for one that does not exist. */
  async order(ids: string[]): Promise<TopicRow[]> {
    const known = new Set((await this.list()).map(({ id }) => id))
    const unknown = ids.find((id) => !known.has(id))
    if (unknown !== undefined) throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no topic "${unknown}".`)
    await this.db.query(orderTopics(ids))
    return this.list()
  }

  /**
   * Only what nobody ever used goes for good: the log of consents names topics for ever. Throws NOT_ALLOWED with the
   * mailings that use it, and with the way out.
   */
  async remove(id: string): Promise<void> {
    const { name } = await this.get(id)
    await this.db.transaction(async (tx) => {
      const [use] = await tx.query<TopicUse>(selectTopicUse(id))
      if (use!.mailings.length > 0)
        throw notAllowed(
          `Topic "${name}" is used by ${use!.mailings.map((mailing) => `"${mailing}"`).join(", ")}. Archive it instead: nobody can choose it any more, and nothing is lost.`,
        )
      if (use!.is_known)
        throw notAllowed(
          `People have joined or left topic "${name}", and the proof of it stays. Archive it instead: nobody can choose it any more.`,
        )
      await tx.query(deleteTopic(id))
    })
  }
}

const NEW: Omit<TopicInput, "name" | "slug"> = {
  description: null,
  visibility: "public",
  translations: {},
  is_default_on: false,
  is_double_opt_in: true,
  archive: "off",
}

function given<T extends object>(change: T): T {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as T
}

function checked(topic: TopicInput): TopicInput {
  const name = topic.name.trim()
  if (name === "" || name.length > 120)
    throw invalid(`Topic name ${JSON.stringify(topic.name)} must have 1 to 120 characters.`)
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(topic.slug) || topic.slug.length > 60)
    throw invalid(
      `Topic slug "${topic.slug}" must be 1 to 60 lower-case letters, digits and single hyphens, e.g. "spring-offers".`,
    )
  if (topic.visibility === "internal" && topic.is_default_on)
    throw invalid(
      `Topic "${name}" is internal: new customers cannot be put into what they cannot see. Make it public first.`,
    )
  if (topic.visibility === "internal" && topic.archive !== "off")
    throw invalid(
      `Topic "${name}" is internal: its newsletters cannot stand in a public archive. Make it public first.`,
    )
  return { ...topic, name, translations: translated(topic.translations) }
}

/** Empty texts are left out: then the topic's own name is shown. Throws for a language that no page speaks. */
function translated(translations: TopicTranslations): TopicTranslations {
  const told: TopicTranslations = {}
  for (const [locale, { name, description }] of Object.entries(translations)) {
    if (!(LOCALES as readonly string[]).includes(locale))
      throw invalid(`Topic translation "${locale}" is none of the languages ${LOCALES.join(", ")}.`)
    const texts = {
      ...(name?.trim() && { name: name.trim() }),
      ...(description?.trim() && { description: description.trim() }),
    }
    if ((texts.name?.length ?? 0) > 120 || (texts.description?.length ?? 0) > 1000)
      throw invalid(`Topic translation "${locale}" is too long: a name has at most 120, a description 1000 characters.`)
    if (Object.keys(texts).length > 0) told[locale] = texts
  }
  return told
}

// Accents go, everything else that is no letter or digit becomes a hyphen; List-Id carries it, so it stays ASCII.
function slugOf(name: string): string {
  const ascii = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
  return (
    ascii
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 60)
      .replace(/-+$/, "") || `topic-${randomBytes(3).toString("hex")}`
  )
}

const notAllowed = (message: string) => new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)
const slugTaken = (slug: string) => invalid(`Topic slug "${slug}" is taken. Choose another name or slug.`)
