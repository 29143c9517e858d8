import type { Texts } from "../texts/texts"

/** A block as a built-in writes it: what it does not say is the schema's default (core/templates/document.ts). */
export type BlockInput = { id: string; type: string; [field: string]: unknown }

export type BuiltinContent = { subject: string; preheader: string; blocks: BlockInput[] }

/** A built-in in one language. Ids are the same in all of them, so that the other languages become translations. */
export type BuiltinTemplate = (texts: Texts) => BuiltinContent
