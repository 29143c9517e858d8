import { z } from "zod"

const words = z.string().max(20_000)
const address = z.string().trim().max(2048)

const leaf = [
  z.object({ type: z.literal("heading"), text: words, level: z.union([z.literal(1), z.literal(2)]).default(1) }),
  z.object({ type: z.literal("text"), text: words }),
  z.object({
    type: z.literal("picture"),
    url: address,
    alt: z.string().max(500).default(""),
    link: address.nullable().default(null),
  }),
  z.object({ type: z.literal("button"), label: z.string().max(200), url: address }),
  z.object({ type: z.literal("divider") }),
  z.object({ type: z.literal("spacer"), height: z.number().int().min(4).max(120).default(24) }),
  z.object({ type: z.literal("html"), html: z.string().max(100_000) }),
] as const

const leafBlock = z.discriminatedUnion("type", leaf)
const block = z.discriminatedUnion("type", [
  ...leaf,
  z.object({ type: z.literal("columns"), columns: z.array(z.array(leafBlock).max(20)).min(2).max(3) }),
])

/**
 * What a mailing says, version 1: building blocks; or the author's own HTML, kept byte for byte; or plain text.
 * Read only: `upgrade-document.ts` makes version 2 of it.
 * A document without `kind` is blocks: `{}` is a mailing that nobody has written yet.
 */
export const documentV1Schema = z.preprocess(
  withKind,
  z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("blocks"), blocks: z.array(block).max(200).default([]) }),
    z.object({ kind: z.literal("html"), html: z.string().max(500_000) }),
    z.object({ kind: z.literal("text"), text: z.string().max(100_000) }),
  ]),
)

export type MailingDocumentV1 = z.infer<typeof documentV1Schema>
export type BlockV1 = z.infer<typeof block>
export type LeafBlockV1 = z.infer<typeof leafBlock>

function withKind(raw: unknown): unknown {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return raw
  const { kind, mode } = raw as { kind?: unknown; mode?: unknown }
  return { ...raw, kind: kind ?? mode ?? "blocks" }
}
