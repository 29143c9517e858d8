import { randomBytes } from "node:crypto"
import { MedusaError } from "@medusajs/framework/utils"
import { automationSettingsSchema } from "../../../core/automations/automation-settings"
import { draftSchema, eventsOf, versionSchema, type AutomationDraft } from "../../../core/automations/definition"
import { problemsOf, type Problem } from "../../../core/automations/problems"
import { missingParts, referencesOf, type Noun, type Reference } from "../../../core/automations/references"
import type { Database, Db } from "../database"
import {
  clearDraft,
  insertDraftAutomation,
  saveDraft,
  selectKnownParts,
  selectVersions,
  type PartRow,
  type VersionRow,
} from "../sql/automation-drafts"
import { lockAutomation, publishVersion, updateAutomation } from "../sql/automations"
import { moveInside, selectInside, type InsideRow } from "../sql/automation-people"
import { selectAutomation, type AutomationRow } from "../sql/automations"
import type { Shop } from "../../../core/shop/shop"
import type { SegmentService } from "./segments"

const { INVALID_DATA, NOT_FOUND, CONFLICT } = MedusaError.Types

/** A draft as the editor works on it: `isChanged` while it is not what is live. */
export type Draft = { draft: AutomationDraft; revision: number; isChanged: boolean; problems: Problem[] }

/** An automation outside of any shop: what is exported, imported and installed as a recipe. */
export type PortableAutomation = { name: string; draft: AutomationDraft; settings?: Record<string, unknown> }

export type MovePreview = { inside: number; goOn: number; leave: number; byNode: { node: string | null; n: number }[] }

const EMPTY: AutomationDraft = { trigger: null, nodes: [] }
const LONGEST_NAME = 120

/** Drafts of automations and their versions: what may be wrong, and what goes live. */
export class AutomationDraftService {
  constructor(
    private readonly db: Database,
    private readonly segments: SegmentService,
    private readonly shop: () => Shop | undefined,
  ) {}

  /** Off, with nothing but a draft. */
  async create(
    { name, draft = EMPTY, settings = {} }: { name: string; draft?: AutomationDraft; settings?: object },
    { kind = "automation", recipe = null }: { kind?: "automation" | "autoresponder"; recipe?: string | null } = {},
    db: Db = this.db,
  ): Promise<string> {
    const id = `mauto_${randomBytes(12).toString("hex")}`
    const row = { id, kind, name: checkedName(name), recipe }
    await db.query(insertDraftAutomation({ ...row, draft: checkedDraft(draft), settings: settingsOf(settings) }))
    return id
  }

  async get(id: string): Promise<Draft> {
    const row = await this.row(id)
    const draft = draftOf(row)
    return {
      draft,
      revision: row.draft_revision,
      isChanged: row.draft !== null,
      problems: await this.problems(draft),
    }
  }

  /** CONFLICT when somebody saved it since `revision`. A draft may be wrong; what is wrong is answered. */
  async save(id: string, { draft, revision }: { draft: unknown; revision: number }): Promise<Draft> {
    const checked = checkedDraft(draft)
    const { name } = await this.row(id)
    const saved = await this.db.query(saveDraft({ id, revision, draft: checked }))
    if (saved.length === 0) throw changedMeanwhile(name)
    return this.get(id)
  }

  async rename(id: string, name: string): Promise<void> {
    await this.row(id)
    await this.db.query(updateAutomation({ id, name: checkedName(name), settings: {} }))
  }

  /** What keeps it from being published, settings, ways and things that are not there (any more). */
  async problems(draft: AutomationDraft): Promise<Problem[]> {
    return [...problemsOf(draft), ...(await this.missing(referencesOf(draft)))]
  }

  /** What a live version relies on that was deleted since: named in the list and the editor. */
  async brokenParts(id: string): Promise<Problem[]> {
    const row = await this.row(id)
    return row.trigger ? this.missing(referencesOf(draftOf({ ...row, draft: null }))) : []
  }

  /**
   * Makes the draft the live version. People inside stay on theirs, or are moved: who stands on a node that the new
   * version still has goes on there, the others end with `moved_away`.
   */
  async publish(
    id: string,
    { revision, people, by }: { revision: number; people: "stay" | "move"; by: string | null },
  ): Promise<{ moved: number; left: number }> {
    const draft = await this.get(id)
    const sentences = draft.problems.map(({ sentence }) => sentence)
    if (sentences.length > 0) throw new MedusaError(INVALID_DATA, sentences.join(" "))
    const { trigger, nodes } = versionSchema.parse(draft.draft)
    return this.db.transaction(async (tx) => {
      await tx.query(lockAutomation(id))
      const row = await this.row(id, tx)
      if (row.draft_revision !== revision) throw changedMeanwhile(row.name)
      await tx.query(publishVersion({ id, trigger, events: eventsOf(trigger), nodes, by }))
      const [live] = await tx.query<{ live_version_id: string }>(clearDraft(id))
      const segments = referencesOf({ trigger, nodes } as AutomationDraft).filter(({ noun }) => noun === "segment")
      await this.segments.use(tx, { kind: "automation", id }, [...new Set(segments.map((one) => one.id))])
      if (people === "stay") return { moved: 0, left: 0 }
      const [moved] = await tx.query<{ moved: number; left: number }>(
        moveInside({ automationId: id, versionId: live!.live_version_id, nodes: nodes.map((node) => node.id) }),
      )
      return moved!
    })
  }

  /** What would become of the people inside if the draft were published and they were moved. */
  async movePreview(id: string): Promise<MovePreview> {
    const { draft } = await this.get(id)
    const known = new Set(draft.nodes.map((node) => node.id))
    const byNode = await this.db.query<InsideRow>(selectInside(id))
    const sum = (rows: InsideRow[]) => rows.reduce((n, row) => n + row.n, 0)
    const goOn = sum(byNode.filter(({ node }) => node === null || known.has(node)))
    return { inside: sum(byNode), goOn, leave: sum(byNode) - goOn, byNode }
  }

  async versions(id: string): Promise<VersionRow[]> {
    await this.row(id)
    return this.db.query<VersionRow>(selectVersions(id))
  }

  /** A new one, off, with the same draft and settings. */
  async copy(id: string): Promise<string> {
    const { name, draft, settings } = await this.export(id)
    return this.create({ name: `${name} (copy)`.slice(0, LONGEST_NAME), draft, settings })
  }

  async export(id: string): Promise<Required<PortableAutomation>> {
    const row = await this.row(id)
    return { name: row.name, draft: draftOf(row), settings: settingsOf(row.settings) }
  }

  private async missing(references: Reference[]): Promise<Problem[]> {
    const ids = (noun: Noun) => references.filter((one) => one.noun === noun).map(({ id }) => id)
    const found = await this.db.query<PartRow>(
      selectKnownParts({
        templates: ids("template"),
        segments: ids("segment"),
        topics: ids("topic"),
        senders: ids("sender"),
        products: ids("product"),
        polls: ids("poll"),
      }),
    )
    const parts = new Map(found.map((one) => [`${one.noun} ${one.id}`, one]))
    return missingParts(references, {
      // A tag is made by being set.
      isThere: (noun, id) =>
        noun === "channel" ? this.hasProvider(id) : noun === "tag" || parts.get(`${noun} ${id}`)?.is_there === true,
      nameOf: (noun, id) => parts.get(`${noun} ${id}`)?.name ?? id,
    })
  }

  /** Without a shop (a worker of its own) nobody can know. */
  private hasProvider(channel: string): boolean {
    return (
      this.shop()
        ?.providedChannels()
        .some((one) => one === channel) ?? true
    )
  }

  private async row(id: string, db: Db = this.db): Promise<AutomationRow> {
    const [row] = await db.query<AutomationRow>(selectAutomation(id))
    if (!row) throw new MedusaError(NOT_FOUND, `There is no automation "${id}". It may have been deleted.`)
    return row
  }
}

/** What is edited: the draft, else what is live, else nothing yet. */
function draftOf({ draft, trigger, nodes }: AutomationRow): AutomationDraft {
  return draftSchema.parse(draft ?? (trigger ? { trigger, nodes } : EMPTY))
}

function checkedDraft(draft: unknown): AutomationDraft {
  const parsed = draftSchema.safeParse(draft)
  if (parsed.success) return parsed.data
  const { path, message } = parsed.error.issues[0]!
  throw new MedusaError(INVALID_DATA, `draft.${path.join(".")}: ${message}.`)
}

function checkedName(name: string): string {
  const trimmed = name.trim()
  if (trimmed && trimmed.length <= LONGEST_NAME) return trimmed
  throw new MedusaError(
    INVALID_DATA,
    `name: it has ${trimmed.length} characters. Give it a name of 1 to ${LONGEST_NAME}.`,
  )
}

/** Settings alone: a custom action keeps its form in the same place. */
const settingsOf = (settings: object): Record<string, unknown> => automationSettingsSchema.parse(settings)

const changedMeanwhile = (name: string) =>
  new MedusaError(CONFLICT, `Somebody changed "${name}" meanwhile. Load it again, then make your change.`)
