import { MedusaError } from "@medusajs/framework/utils"
import { pollIdsIn } from "../core/polls/poll"
import { LOCALES, type BuiltinKey, type CompiledTemplate } from "../core/templates/contexts"
import type { MailContent } from "../core/templates/document"
import { lintContent, type Finding } from "../core/templates/lint-content"
import { localesOf } from "../core/templates/localise-content"
import type { Mailroom } from "../modules/mailroom/mailroom"
import type { Template } from "../modules/mailroom/services/template-drafts"
import { compileBuiltin } from "../rendering/compile-builtin"
import { compileContent } from "../rendering/compile-content"
import { CompileError } from "../rendering/compile-error"
import { brandFor } from "./current-brand"
import { previewContent } from "./preview-content"

type Compilable = { content: MailContent; key: BuiltinKey | null; class: "tx" | "marketing" | "system" }

/** In every language that Mailroom or the content speaks, in the default sender's brand. Throws a CompileError. */
export async function compileEverywhere(
  mailroom: Mailroom,
  { content, key, class: kind }: Compilable,
): Promise<Record<string, CompiledTemplate>> {
  const [brand, { general }] = await Promise.all([brandFor(mailroom), mailroom.settings.read()])
  const polls = await mailroom.polls.texts(pollIdsIn(content.document))
  const compiled: Record<string, CompiledTemplate> = {}
  for (const locale of new Set([...LOCALES, ...localesOf(content.document, general.locale)]))
    compiled[locale] = key
      ? await compileBuiltin(key, locale, brand, content, general.locale)
      : compileContent({ content, locale, shopLocale: general.locale, brand, isMarketing: kind === "marketing", polls })
  return compiled
}

/** The draft goes live. INVALID_DATA says what in it cannot be a mail, CONFLICT that somebody saved meanwhile. */
export async function publishTemplate(
  mailroom: Mailroom,
  { id, revision, by }: { id: string; revision: number; by: string | null },
): Promise<Template> {
  const { content, key, class: kind, for: of } = await mailroom.templateDrafts.get(id)
  const { general } = await mailroom.settings.read()
  refuseAdvertising(lintContent({ content, for: of, class: kind, shopLocale: general.locale }))
  try {
    const compiled = await compileEverywhere(mailroom, { content, key: key as BuiltinKey | null, class: kind })
    // Once with the sample, in a thread that may fail: what goes live has rendered there within time and memory.
    await previewContent(mailroom, { for: of, content })
    return await mailroom.templateDrafts.publish(id, { revision, content, compiled, by })
  } catch (error) {
    if (error instanceof CompileError) throw new MedusaError(MedusaError.Types.INVALID_DATA, error.message)
    throw error
  }
}

/** With a coupon or recommendations in it a service mail is advertising, and would go to people who never agreed (EU). */
function refuseAdvertising(findings: Finding[]): void {
  const found = findings.find(({ key }) => key === "promotional_block")
  if (!found) return
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `Block "${found.block}" (${found.values.type}) makes this service e-mail advertising, which only subscribers may get. Take it out, or put it into a newsletter.`,
  )
}
