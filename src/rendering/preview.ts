import type { Brand, BuiltinContexts, BuiltinKey, CompiledTemplate } from "../core/templates/contexts"
import { BUILTINS } from "../core/templates/builtins"
import type { MailContent } from "../core/templates/document"
import { nearestBuiltinLocale } from "../core/templates/locales"
import { sampleContexts } from "../core/templates/samples"
import { compileBuiltin } from "./compile-builtin"
import { renderApart } from "./render-apart"
import { renderMessage, type Rendered, type RenderInput } from "./render-message"

type PreviewInput = {
  key: BuiltinKey
  locale: string
  brand: Brand
  timeZone?: string
  /** Real variables instead of the sample's. */
  context?: Record<string, unknown>
  /** As the owner has edited it. */
  content?: MailContent
}

/** A built-in as its reader would see it, by the path that sends: only the links are dummies. */
export async function previewBuiltin({
  key,
  locale,
  brand,
  timeZone,
  context,
  content,
}: PreviewInput): Promise<Rendered> {
  const compiled = await compileBuiltin(key, locale, brand, content)
  return renderPreview({
    compiled,
    locale,
    timeZone,
    brand,
    context: context ?? sampleContext(key, locale),
    isMarketing: BUILTINS[key].class === "marketing",
  })
}

export function sampleContext<Key extends BuiltinKey>(key: Key, locale: string): BuiltinContexts[Key] {
  return sampleContexts(nearestBuiltinLocale(locale))[key]
}

type Preview = {
  compiled: CompiledTemplate
  locale: string
  brand: Brand
  context: Record<string, unknown>
  isMarketing: boolean
  timeZone?: string
  /** The reader's own links, as long as their tokens are; null where the mail would have none. */
  links?: { unsubscribeUrl: string | null; preferencesUrl: string | null; viewUrl: string | null }
  /** Of all answers to polls. */
  pollUrl?: string | null
}

/** Any compiled content with these variables: untracked, links to nowhere, parsed anew each time. */
export function renderPreview(preview: Preview): Rendered {
  return renderMessage({ ...preview.compiled, versionId: null }, inputOf(preview))
}

/** The same of what somebody is still writing, in a thread of its own. */
export function renderDraft(preview: Preview): Promise<Rendered> {
  return renderApart(preview.compiled, inputOf(preview))
}

function inputOf(preview: Preview): RenderInput {
  return {
    context: preview.context,
    locale: preview.locale,
    timeZone: preview.timeZone ?? "UTC",
    shop: {
      name: preview.brand.shopName,
      url: preview.brand.storefrontUrl,
      postalAddress: preview.brand.postalAddress,
    },
    linkUrl: null,
    pixelUrl: null,
    pollUrl: preview.pollUrl === undefined ? "https://example.com/poll" : preview.pollUrl,
    unsubscribeUrl: preview.isMarketing ? "https://example.com/unsubscribe" : null,
    preferencesUrl: preview.isMarketing ? "https://example.com/preferences" : null,
    viewUrl: null,
    ...preview.links,
  }
}
