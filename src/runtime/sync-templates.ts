import { brandOf } from "../core/settings/sender"
import type { Brand, BuiltinKey, CompiledTemplate } from "../core/templates/contexts"
import { DEFAULT_BRAND } from "../core/templates/locales"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { compileBuiltin } from "../rendering/compile-builtin"
import type { Loop } from "./loop"

/** Compiles the built-ins in the default sender's brand and publishes those that changed; safe to repeat. */
export async function syncTemplates(mailroom: Mailroom): Promise<void> {
  await publish(mailroom, compilerFor(await currentBrand(mailroom)))
}

type Compile = (key: BuiltinKey, locale: string) => Promise<CompiledTemplate>

async function publish({ templates, log }: Mailroom, compile: Compile): Promise<void> {
  const published = await templates.syncBuiltins(compile)
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

/** Logo, colours and footer of the default sender, with the shop-wide storefront. */
export async function currentBrand({ senders, settings }: Mailroom): Promise<Brand> {
  const [sender, { general }] = await Promise.all([senders.resolve({}), settings.read()])
  return sender ? brandOf(sender, general.storefrontUrl) : { ...DEFAULT_BRAND, storefrontUrl: general.storefrontUrl }
}

/**
 * Follows the brand: a changed logo or footer is in the next mail, whichever process the change was made in. The database
 * is asked too, not only this process's memory: it may have been restored from a backup under a running shop.
 */
export function templateSync(mailroom: Mailroom): Loop {
  let synced: { brand: string; compile: Compile } | undefined
  return {
    name: "template-sync",
    roles: ["worker", "shared"],
    everyMs: 5000,
    async turn() {
      const brand = await currentBrand(mailroom)
      const name = JSON.stringify(brand)
      if (synced?.brand === name && (await mailroom.templates.areBuiltinsLive())) return "idle"
      const compile = synced?.brand === name ? synced.compile : compilerFor(brand)
      await publish(mailroom, compile)
      synced = { brand: name, compile }
      return "idle"
    },
  }
}
