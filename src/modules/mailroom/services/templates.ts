import { createHash } from "node:crypto"
import { BUILTIN_KEYS, BUILTINS } from "../../../core/templates/builtins"
import { LOCALES, type BuiltinKey, type CompiledTemplate } from "../../../core/templates/contexts"
import { localeFallbacks } from "../../../core/templates/locales"
import { sorted } from "../../../core/templates/content-changes"
import type { Database, Db } from "../database"
import { lockTemplate, selectEditedLive, type EditedRow } from "../sql/template-drafts"
import {
  countLiveBuiltins,
  insertCompiled,
  insertTemplateVersion,
  keepMadeFrom,
  lockBuiltinTemplate,
  nextMailingVersionNumber,
  selectCompiled,
  selectLive,
  selectMadeFrom,
  selectLiveOf,
  setBuiltinVersion,
  setLiveVersion,
  upsertBuiltinTemplate,
  type CompiledRow,
  type LiveBuiltinRow,
  type LiveRow,
} from "../sql/templates"

/** What was compiled, with where it came from; what `renderMessage` takes. */
export type VersionedTemplate = CompiledTemplate & { versionId: string; locale: string }

type CompiledByLocale = Record<string, CompiledTemplate>

/** Versions that Mailroom itself published; a person's name stands there when a person did. */
const PUBLISHER = "mailroom"
const MOST_CACHED = 500

/** Templates, their immutable versions and what was compiled from them. Compiling itself is the caller's. */
export class TemplateService {
  private readonly compiledVersions = new Map<string, Promise<VersionedTemplate>>()

  constructor(private readonly db: Database) {}

  /**
   * Publishes every built-in whose compiled form differs from the live one; running it again, or in two processes at
   * once, changes nothing. A built-in that a person has edited keeps the edited version live; the new one waits beside
   * it. Returns what was published.
   */
  async syncBuiltins(
    compile: (key: BuiltinKey, locale: string) => Promise<CompiledTemplate>,
    {
      contentOf = (key) => ({ builtin: key }),
      locales = LOCALES,
    }: { contentOf?: (key: BuiltinKey) => unknown; locales?: readonly string[] } = {},
  ): Promise<BuiltinKey[]> {
    const published: BuiltinKey[] = []
    for (const key of BUILTIN_KEYS) {
      const compiled: CompiledByLocale = {}
      for (const locale of locales) compiled[locale] = await compile(key, locale)
      if (await this.publishBuiltin(key, contentOf(key), compiled)) published.push(key)
    }
    return published
  }

  /** What people have published and is live, with its content as it is stored. */
  async editedLive(): Promise<EditedRow[]> {
    return this.db.query<EditedRow>(selectEditedLive())
  }

  /** The same content in a new look, in the same person's name. False when nothing of it has changed. */
  async republish({ id, content, digest, created_by }: EditedRow, compiled: CompiledByLocale): Promise<boolean> {
    if (digest.equals(digestOf(compiled))) return false
    return this.db.transaction(async (tx) => {
      const [locked] = await tx.query<{ last_number: number; live_version_id: string }>(lockTemplate(id))
      if (!locked) return false
      const number = locked.last_number + 1
      const versionId = await this.addVersion(tx, { templateId: id, number, content, compiled, by: created_by })
      await tx.query(setLiveVersion(id, versionId))
      return true
    })
  }

  /** One more version of a template, not live yet; the caller holds the template's row. */
  addVersion(
    tx: Db,
    version: { templateId: string; number: number; content: unknown; compiled: CompiledByLocale; by: string | null },
  ): Promise<string> {
    const { templateId, number, content, compiled, by } = version
    return this.insertVersion(tx, {
      templateId,
      mailingId: null,
      number,
      document: content,
      digest: digestOf(compiled),
      contentDigest: contentDigestOf(content),
      createdBy: by,
      compiled,
    })
  }

  /** Whether every built-in has a version that can go out; false in a database that nobody has synced yet. */
  async areBuiltinsLive(): Promise<boolean> {
    const [row] = await this.db.query<{ n: number }>(countLiveBuiltins(BUILTIN_KEYS))
    return row!.n === BUILTIN_KEYS.length
  }

  /** What all templates were last compiled from (`compilerPrint`); null: never. */
  async madeFrom(): Promise<string | null> {
    const [row] = await this.db.query<{ made_from: string | null }>(selectMadeFrom())
    return row?.made_from ?? null
  }

  async setMadeFrom(print: string): Promise<void> {
    await this.db.query(keepMadeFrom(print))
  }

  /** Id of the version that goes out now; null before the first start has published it. */
  async liveVersion(builtinKey: BuiltinKey): Promise<string | null> {
    return (await this.live(builtinKey))?.versionId ?? null
  }

  /** The same for a built-in by key or a template of the owner's by id; null: it is not there, not published or archived. */
  async liveVersionOf(template: string): Promise<string | null> {
    const [row] = await this.db.query<LiveRow>(selectLiveOf(template))
    return row?.version_id ?? null
  }

  async live(builtinKey: BuiltinKey): Promise<{ templateId: string; versionId: string } | null> {
    const [row] = await this.db.query<LiveRow>(selectLive(builtinKey))
    return row ? { templateId: row.template_id, versionId: row.version_id } : null
  }

  /**
   * A version in the nearest language that it has (de-AT → de → `fallback` → en → any). Versions never change, so what
   * was read once is kept. Throws for a version that does not exist.
   */
  compiled(versionId: string, locale: string, fallback = "en"): Promise<VersionedTemplate> {
    const key = `${versionId}/${locale}/${fallback}`
    const known = this.compiledVersions.get(key)
    if (known) return known
    const read = this.readCompiled(versionId, localeFallbacks(locale, fallback))
    this.remember(key, read)
    return read
  }

  /** Keeps a mailing's content as it is at this moment; what was planned with an older version goes out with that. */
  async createMailingVersion(
    tx: Db,
    mailingId: string,
    document: unknown,
    compiled: CompiledByLocale,
    createdBy: string | null = null,
  ): Promise<string> {
    const [next] = await tx.query<{ number: number }>(nextMailingVersionNumber(mailingId))
    return this.insertVersion(tx, {
      templateId: null,
      mailingId,
      number: next!.number,
      document,
      digest: digestOf(compiled),
      contentDigest: contentDigestOf(document),
      createdBy,
      compiled,
    })
  }

  /** Of a draft that somebody mails to themselves; belongs to nothing. */
  createTestVersion(tx: Db, content: unknown, compiled: CompiledByLocale, by: string | null): Promise<string> {
    return this.insertVersion(tx, {
      templateId: null,
      mailingId: null,
      number: 1,
      document: content,
      digest: digestOf(compiled),
      contentDigest: contentDigestOf(content),
      createdBy: by,
      compiled,
    })
  }

  private async publishBuiltin(key: BuiltinKey, content: unknown, compiled: CompiledByLocale): Promise<boolean> {
    const digest = digestOf(compiled)
    const contentDigest = contentDigestOf(content)
    return this.db.transaction(async (tx) => {
      await tx.query(upsertBuiltinTemplate({ id: `mtpl_${key}`, key, ...BUILTINS[key] }))
      const [live] = await tx.query<LiveBuiltinRow>(lockBuiltinTemplate(key))
      const isEdited = live!.live_version_id !== null && live!.created_by !== PUBLISHER
      if (live!.digest?.equals(digest) && live!.content_digest?.equals(contentDigest)) return false
      const number = live!.last_number + 1
      const versionId = await this.addVersion(tx, { templateId: live!.id, number, content, compiled, by: PUBLISHER })
      await tx.query(setBuiltinVersion(live!.id, versionId, !isEdited))
      return !isEdited
    })
  }

  private async insertVersion(
    tx: Db,
    { compiled, ...version }: Parameters<typeof insertTemplateVersion>[0] & { compiled: CompiledByLocale },
  ): Promise<string> {
    const [row] = await tx.query<{ id: string }>(insertTemplateVersion(version))
    for (const [locale, one] of Object.entries(compiled)) await tx.query(insertCompiled(row!.id, locale, one))
    return row!.id
  }

  private async readCompiled(versionId: string, locales: string[]): Promise<VersionedTemplate> {
    const [row] = await this.db.query<CompiledRow>(selectCompiled(versionId, locales))
    if (!row) throw new Error(`There is no template version "${versionId}".`)
    return { ...row, versionId }
  }

  /** A failed read is not kept: the database may have been away, or the version's transaction still open. */
  private remember(key: string, read: Promise<VersionedTemplate>): void {
    if (this.compiledVersions.size >= MOST_CACHED)
      this.compiledVersions.delete(this.compiledVersions.keys().next().value!)
    this.compiledVersions.set(key, read)
    read.catch(() => this.compiledVersions.delete(key))
  }
}

/** sha256 over the content, whatever the order of its keys. */
function contentDigestOf(content: unknown): Buffer {
  return createHash("sha256")
    .update(JSON.stringify(sorted(content)) ?? "null")
    .digest()
}

/** sha256 over everything compiled, in the order of the locales' names. */
function digestOf(compiled: CompiledByLocale): Buffer {
  const hash = createHash("sha256")
  for (const locale of Object.keys(compiled).sort()) {
    const { subject, preheader, html, plain, links, envelope } = compiled[locale]!
    hash.update(JSON.stringify([locale, subject, preheader, html, plain, links]))
    if (envelope) hash.update(JSON.stringify(envelope))
  }
  return hash.digest()
}
