import type { Brand, BuiltinKey, CompiledTemplate } from "../core/templates/contexts"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { contentSchema } from "../core/templates/document"
import { builtinContent } from "../rendering/builtin-content"
import { compileBuiltin } from "../rendering/compile-builtin"
import { compilerPrint } from "../rendering/compiler-print"
import { brandFor } from "./current-brand"
import { compileEverywhere } from "./publish-template"
import type { Loop } from "./loop"

/** Compiles all templates in the default sender's brand and publishes those that changed; safe to repeat. */
export async function syncTemplates(mailroom: Mailroom): Promise<void> {
  await publish(mailroom, compilerFor(await brandFor(mailroom)))
  await followBrand(mailroom)
}

/** What people have published gets the new look, too, with their words as they are. */
async function followBrand(mailroom: Mailroom): Promise<void> {
  for (const edited of await mailroom.templates.editedLive()) {
    const content = contentSchema.parse(edited.content)
    const { builtin_key: key, class: kind } = edited
    const compiled = await compileEverywhere(mailroom, { content, key: key as BuiltinKey | null, class: kind })
    if (await mailroom.templates.republish(edited, compiled))
      mailroom.log.info(`Mailroom: published template ${edited.id} again in the current brand.`)
  }
}

type Compile = (key: BuiltinKey, locale: string) => Promise<CompiledTemplate>

async function publish({ templates, log }: Mailroom, compile: Compile): Promise<void> {
  const published = await templates.syncBuiltins(compile, { contentOf: builtinContent })
  if (published.length > 0)
    log.info(`Mailroom: published ${published.length} built-in templates (${published.join(", ")}).`)
}

/** Each built-in is compiled once per brand and process, however often it is published. */
function compilerFor(brand: Brand): Compile {
  const compiled = new Map<string, Promise<CompiledTemplate>>()
  return (key, locale) => {
    const name = `${key}/${locale}`
    if (!compiled.has(name)) compiled.set(name, compileBuiltin(key, locale, brand))
    return compiled.get(name)!
  }
}

/**
 * Follows the brand: a changed logo or footer is in the next mail, whichever process the change was made in. The database
 * is asked too, not only this process's memory: it may have been restored from a backup under a running shop. A start of
 * the same code in the same brand finds everything made and compiles one template instead of all.
 */
export function templateSync(mailroom: Mailroom): Loop {
  const { templates } = mailroom
  let synced: { brand: string; compile: Compile } | undefined
  return {
    name: "template-sync",
    roles: ["worker", "shared"],
    everyMs: 5000,
    async turn() {
      const brand = await brandFor(mailroom)
      const name = JSON.stringify(brand)
      const areLive = await templates.areBuiltinsLive()
      if (synced?.brand === name && areLive) return "idle"
      const compile = synced?.brand === name ? synced.compile : compilerFor(brand)
      const madeFrom = await compilerPrint(brand, await compile("order_receipt", "en"))
      if (!areLive || (await templates.madeFrom()) !== madeFrom) {
        await publish(mailroom, compile)
        await followBrand(mailroom)
        await templates.setMadeFrom(madeFrom)
      }
      synced = { brand: name, compile }
      return "idle"
    },
  }
}
