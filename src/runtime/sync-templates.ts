import { brandOf } from "../core/settings/sender"
import type { Brand } from "../core/templates/contexts"
import { DEFAULT_BRAND } from "../core/templates/locales"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { compileBuiltin } from "../rendering/compile-builtin"
import type { Loop } from "./loop"

/** Compiles the built-ins in the default sender's brand and publishes those that changed; safe to repeat. */
export async function syncTemplates(mailroom: Mailroom): Promise<void> {
  const brand = await currentBrand(mailroom)
  const published = await mailroom.templates.syncBuiltins((key, locale) => compileBuiltin(key, locale, brand))
  if (published.length > 0)
    mailroom.log.info(`Mailroom: published ${published.length} built-in templates (${published.join(", ")}).`)
}

/** Logo, colours and footer of the default sender, with the shop-wide storefront. */
export async function currentBrand({ senders, settings }: Mailroom): Promise<Brand> {
  const [sender, { general }] = await Promise.all([senders.resolve({}), settings.read()])
  return sender ? brandOf(sender, general.storefrontUrl) : { ...DEFAULT_BRAND, storefrontUrl: general.storefrontUrl }
}

/** Follows the brand: a changed logo or footer is in the next mail, whichever process the change was made in. */
export function templateSync(mailroom: Mailroom): Loop {
  let synced: string | undefined
  return {
    name: "template-sync",
    roles: ["worker", "shared"],
    everyMs: 5000,
    async turn() {
      const brand = JSON.stringify(await currentBrand(mailroom))
      if (brand === synced) return "idle"
      await syncTemplates(mailroom)
      synced = brand
      return "idle"
    },
  }
}
