import { withUtm, type UtmParameters } from "../core/mailings/utm"
import type { CompiledTemplate } from "../core/templates/contexts"

/**
 * A compiled mail whose links carry the parameters: the fixed ones now, once for all mails; one whose address is only
 * known with its reader (a product of theirs) gets them where it is printed. Unsubscribe, preferences and view links are
 * Mailroom's own and stay as they are.
 */
export function putUtm(compiled: CompiledTemplate, parameters: UtmParameters): CompiledTemplate {
  return {
    ...compiled,
    links: compiled.links.map((link) => withUtm(link, parameters)),
    plain: compiled.plain.replace(WEB_ADDRESS, (address) => withUtm(address, parameters)),
    envelope: { ...compiled.envelope, utm: parameters },
  }
}

/** Whole ones only: what goes on with a variable would get its parameters in the middle. Full stops after it are the sentence's. */
const WEB_ADDRESS = /https?:\/\/[^\s<>"'{}]*[^\s<>"'{}.,;:!?)\]](?=[\s<>"'.,;:!?)\]]|$)/gi
