import { randomBytes } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { contentChanges, type ContentChange } from "../../../core/templates/content-changes"
import type { CompiledTemplate } from "../../../core/templates/contexts"
import { contentSchema, type MailContent } from "../../../core/templates/document"
import { localesOf } from "../../../core/templates/localise-content"
import type { ContentFor } from "../../../core/templates/tag-catalogue"
import type { Database, Db } from "../database"
import {
  archiveTemplate,
  discardDraft,
  insertOwnTemplate,
  lockTemplate,
  makeLive,
  resetToBuiltin,
  saveDraft,
  selectContents,
  selectTemplate,
  selectTemplates,
  selectVersion,
  selectVersions,
  setChangesSeen,
  type TemplateRow,
  type VersionRow,
} from "../sql/template-drafts"
import type { TemplateService } from "./templates"

const MOST_VERSIONS = 200

/** As the admin API answers it (docs/content.md). */
export type TemplateSummary = {
  id: string
  key: string | null
  name: string
  class: "tx" | "marketing" | "system"
  for: ContentFor
  is_builtin: boolean
  is_edited: boolean
  is_secret: boolean
  has_draft: boolean
  has_changes: boolean
  locales: string[]
  updated_at: Date
}
export type Template = TemplateSummary & {
  revision: number
  content: MailContent
  live: { number: number; created_at: Date; created_by: string | null } | null
}

/** Templates as people edit them: a draft, its publication, and the way back to what Mailroom ships. */
export class TemplateDraftService {
  constructor(
    private readonly db: Database,
    private readonly templates: TemplateService,
  ) {}

  async list(): Promise<TemplateSummary[]> {
    return (await this.db.query<TemplateRow>(selectTemplates())).map(summaryOf)
  }

  /** Throws NOT_FOUND. */
  async get(id: string): Promise<Template> {
    const row = await this.row(id)
    const { live_number: number, live_at, live_by } = row
    return {
      ...summaryOf(row),
      revision: row.revision,
      content: contentOf(row),
      live: number === null ? null : { number, created_at: live_at!, created_by: live_by },
    }
  }

  /** What goes out now, whatever somebody is writing; null before the first start has published it. */
  async liveContent(id: string): Promise<MailContent | null> {
    const [row] = await this.db.query<TemplateRow>(selectTemplate(id))
    return row && isContent(row.content) ? contentSchema.parse(row.content) : null
  }

  async create(template: { name: string; content: MailContent; by: string | null }): Promise<Template> {
    const id = `mtpl_${randomBytes(12).toString("hex")}`
    const { name, content: draft, by } = template
    await this.db.query(insertOwnTemplate({ id, name: named(name), draft, by }))
    return this.get(id)
  }

  /** Written and live at once, in the caller's transaction; answers its id. */
  async createLive(
    tx: Db,
    {
      name,
      content,
      compiled,
      by,
    }: { name: string; content: MailContent; compiled: Record<string, CompiledTemplate>; by: string | null },
  ): Promise<string> {
    const id = `mtpl_${randomBytes(12).toString("hex")}`
    await tx.query(insertOwnTemplate({ id, name: named(name), draft: content, by }))
    const version = { templateId: id, number: 1, content, compiled, by: by ?? "api" }
    await tx.query(makeLive(id, await this.templates.addVersion(tx, version)))
    return id
  }

  /** Throws CONFLICT when somebody saved it meanwhile. */
  async save(
    id: string,
    change: { revision: number; name?: string; content?: MailContent; by: string | null },
  ): Promise<Template> {
    const { revision, content, by } = change
    const name = change.name === undefined ? null : named(change.name)
    const saved = await this.db.query(saveDraft({ id, revision, name, draft: content ?? null, by }))
    if (saved.length === 0) throw conflict(revision, (await this.row(id)).revision)
    return this.get(id)
  }

  async discard(id: string): Promise<Template> {
    await this.db.query(discardDraft(id))
    return this.get(id)
  }

  /** What `compiled` was made of must still be the draft: it goes live as a version of its own. */
  async publish(
    id: string,
    given: { revision: number; content: MailContent; compiled: Record<string, CompiledTemplate>; by: string | null },
  ): Promise<Template> {
    const { revision, content, compiled, by } = given
    await this.db.transaction(async (tx) => {
      const [row] = await tx.query<{ revision: number; last_number: number }>(lockTemplate(id))
      if (!row) throw notFound(id)
      if (row.revision !== revision) throw conflict(revision, row.revision)
      const number = row.last_number + 1
      const version = { templateId: id, number, content, compiled, by: by ?? "api" }
      await tx.query(makeLive(id, await this.templates.addVersion(tx, version)))
    })
    return this.get(id)
  }

  /** A built-in as Mailroom ships it, from the next mail on. */
  async reset(id: string): Promise<Template> {
    if ((await this.db.query(resetToBuiltin(id))).length > 0) return this.get(id)
    await this.row(id)
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "Only a built-in template can be reset; an own one has earlier versions to go back to.",
    )
  }

  async versions(id: string): Promise<VersionRow[]> {
    await this.row(id)
    return this.db.query<VersionRow>(selectVersions(id, MOST_VERSIONS))
  }

  async version(id: string, number: number): Promise<VersionRow & { content: MailContent }> {
    const [row] = await this.db.query<VersionRow>(selectVersion(id, number))
    if (!row)
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Template "${id}" has no version ${number}. See its versions.`)
    const { document, ...version } = row
    return { ...version, content: contentSchema.parse(document) }
  }

  /** What Mailroom changed since the owner's edit began; nothing for a template that nobody has edited. */
  async changes(id: string): Promise<ContentChange[]> {
    const row = await this.row(id)
    if (!row.has_changes) return []
    const ids = [row.base_version_id!, row.builtin_version_id!]
    const found = await this.db.query<{ id: string; document: unknown }>(selectContents(ids))
    const [base, shipped] = ids.map((one) => contentSchema.safeParse(found.find((at) => at.id === one)?.document))
    // A version of before the editor has no content of its own to compare with.
    if (!base?.success || !shipped?.success) return []
    return contentChanges({ base: base.data, shipped: shipped.data, mine: contentOf(row) })
  }

  async seeChanges(id: string): Promise<Template> {
    await this.db.query(setChangesSeen(id))
    return this.get(id)
  }

  async remove(id: string): Promise<void> {
    if ((await this.db.query(archiveTemplate(id))).length > 0) return
    await this.row(id)
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "A built-in template cannot be deleted; switch its e-mail off in Store e-mails instead.",
    )
  }

  private async row(id: string): Promise<TemplateRow> {
    const [row] = await this.db.query<TemplateRow>(selectTemplate(id))
    if (!row) throw notFound(id)
    return row
  }
}

function summaryOf(row: TemplateRow): TemplateSummary {
  const { id, builtin_key: key, name, is_secret, has_changes, updated_at } = row
  return {
    id,
    key,
    name,
    class: row.class,
    for: (key as ContentFor | null) ?? "automation",
    is_builtin: key !== null,
    is_edited: key !== null && row.live_version_id !== null && row.live_by !== "mailroom",
    is_secret,
    has_draft: row.draft !== null,
    has_changes,
    locales: localesOf(contentOf(row).document, "en"),
    updated_at,
  }
}

/** The draft, else what is live. */
function contentOf(row: TemplateRow): MailContent {
  return contentSchema.parse(row.draft ?? (isContent(row.content) ? row.content : { document: {} }))
}

/** Versions of before the editor held only the built-in's key; the next start publishes them anew. */
const isContent = (stored: unknown): boolean => typeof stored === "object" && stored !== null && "document" in stored

function named(name: string): string {
  const trimmed = name.trim()
  if (trimmed) return trimmed
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `"name" is empty: give the template a name to find it by.`)
}

const notFound = (id: string) => new MedusaError(MedusaError.Types.NOT_FOUND, `There is no template "${id}".`)

function conflict(revision: number, current: number): MedusaError {
  return new MedusaError(
    MedusaError.Types.CONFLICT,
    `This template was changed meanwhile: revision ${revision} is old, ${current} is current. Load it again; what you wrote is still in this window.`,
  )
}
