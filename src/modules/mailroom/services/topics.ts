import { randomBytes } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import type { Database } from "../database"
import { insertTopic, selectTopic, selectTopics, updateTopic, type TopicInput, type TopicRow } from "../sql/topics"

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
    const topic = checked({ description: null, visibility: "public", ...input, slug: input.slug ?? slugOf(input.name) })
    const id = `mtop_${randomBytes(10).toString("hex")}`
    if ((await this.db.query(insertTopic(id, topic))).length === 0) throw slugTaken(topic.slug)
    return this.get(id)
  }

  async update(id: string, change: Partial<TopicInput> & { isArchived?: boolean }): Promise<TopicRow> {
    const before = await this.get(id)
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
    const topic = checked({ ...before, ...given } as TopicInput)
    const isArchived = change.isArchived ?? before.archived_at !== null
    if ((await this.db.query(updateTopic(id, { ...topic, isArchived }))).length === 0) throw slugTaken(topic.slug)
    return this.get(id)
  }
}

function checked(topic: TopicInput): TopicInput {
  const name = topic.name.trim()
  if (name === "" || name.length > 120)
    throw invalid(`Topic name ${JSON.stringify(topic.name)} must have 1 to 120 characters.`)
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(topic.slug) || topic.slug.length > 60)
    throw invalid(
      `Topic slug "${topic.slug}" must be 1 to 60 lower-case letters, digits and single hyphens, e.g. "spring-offers".`,
    )
  return { ...topic, name }
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

const invalid = (message: string) => new MedusaError(MedusaError.Types.INVALID_DATA, message)
const slugTaken = (slug: string) => invalid(`Topic slug "${slug}" is taken. Choose another name or slug.`)
