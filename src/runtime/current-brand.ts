import { brandOf } from "../core/settings/sender"
import type { Brand } from "../core/templates/contexts"
import { DEFAULT_BRAND } from "../core/templates/locales"
import type { Mailroom } from "../modules/mailroom/mailroom"

/** Logo, colours and footer of a sender (null: the default one), with the shop-wide storefront. */
export async function brandFor({ senders, settings }: Mailroom, senderId: string | null = null): Promise<Brand> {
  const [sender, { general }] = await Promise.all([senders.resolve({ id: senderId }), settings.read()])
  return sender ? brandOf(sender, general.storefrontUrl) : { ...DEFAULT_BRAND, storefrontUrl: general.storefrontUrl }
}
