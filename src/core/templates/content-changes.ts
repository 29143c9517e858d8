import type { Block, BlockWords, MailContent } from "./document"

/** One place in which Mailroom's content differs from what the owner's edit began with; `mine` is what the owner has. */
export type ContentChange = {
  block: string | null
  field: string
  locale: string | null
  kind: "added" | "removed" | "changed"
  before: unknown
  after: unknown
  mine: unknown
}

type Places = Map<string, { block: string | null; field: string; locale: string | null; value: unknown }>

/**
 * What an update of Mailroom changed in a built-in since the owner edited it: from `base` to `shipped`, beside the
 * owner's own. Nothing is merged: the owner decides place by place.
 */
export function contentChanges(versions: {
  base: MailContent
  shipped: MailContent
  mine: MailContent
}): ContentChange[] {
  const [base, shipped, mine] = [placesOf(versions.base), placesOf(versions.shipped), placesOf(versions.mine)]
  const keys = new Set([...base.keys(), ...shipped.keys()])
  return [...keys].flatMap((key): ContentChange[] => {
    const before = base.get(key)
    const after = shipped.get(key)
    if (same(before?.value, after?.value)) return []
    const { block, field, locale } = (after ?? before)!
    const kind = before === undefined ? "added" : after === undefined ? "removed" : "changed"
    const values = { before: before?.value ?? null, after: after?.value ?? null, mine: mine.get(key)?.value ?? null }
    return [{ block, field, locale, kind, ...values }]
  })
}

/** Every place of a content by its name. */
function placesOf({ subject, preheader, document }: MailContent): Places {
  const places: Places = new Map()
  const put = (locale: string | null, block: string | null, field: string, value: unknown) => {
    if (value !== undefined) places.set(`${locale ?? ""}/${block ?? ""}/${field}`, { block, field, locale, value })
  }
  put(null, null, "subject", subject)
  put(null, null, "preheader", preheader)
  put(null, null, "plain", document.plain ?? undefined)
  if (document.kind === "html") put(null, null, "html", document.html)
  if (document.kind === "text") put(null, null, "text", document.text)
  if (document.kind === "blocks") for (const block of document.blocks) putBlock(block, put)
  for (const [locale, said] of Object.entries(document.translations)) {
    const { blocks, ...lines } = said as { blocks?: Record<string, BlockWords> } & Record<string, unknown>
    for (const [field, value] of Object.entries(lines)) put(locale, null, field, value ?? undefined)
    for (const [id, words] of Object.entries(blocks ?? {}))
      for (const [field, value] of Object.entries(words)) put(locale, id, field, value)
  }
  return places
}

function putBlock(block: Block, put: (locale: null, block: string, field: string, value: unknown) => void): void {
  const { id, ...fields } = block
  for (const [field, value] of Object.entries(fields)) put(null, id, field, value)
}

/** Key order does not matter: what came back out of the database has another one. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
}

export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  )
}
