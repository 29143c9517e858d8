import type { ContentChange } from "../../../src/core/templates/content-changes"
import type { Block, MailContent, PRODUCT_SOURCES } from "../../../src/core/templates/document"
import type { Fact } from "../../../src/core/templates/facts"
import type {
  Template as StoredTemplate,
  TemplateSummary,
} from "../../../src/modules/mailroom/services/template-drafts"
import type { VersionRow } from "../../../src/modules/mailroom/sql/template-drafts"
import type { Json } from "./json"

export type { Block, MailContent }

/** Newsletter, or the key of a built-in. */
export type ContentFor = string

/** Whom, or whose order or cart, a preview is made with; nothing: the sample. */
export type PreviewWith = { contact_id?: string; order_id?: string; cart_id?: string }

export type Asked = PreviewWith & {
  for: ContentFor
  content: MailContent
  locale?: string | null
  sender_id?: string | null
  name?: string
  /** Its attachments, format and link parameters are the mail's, too. */
  mailing_id?: string
}

export type Fallback = { block: string | null; field: string; from: string }

export type ContentPreview = {
  subject: string
  preheader: string
  html: string
  text: string
  locale: string
  locales: string[]
  direction: "ltr" | "rtl"
  bytes: number
  fallbacks: Fallback[]
  about: string | null
}

export type ContentFinding = {
  key: string
  severity: "error" | "warning"
  block: string | null
  field: string | null
  locale: string | null
  values: Record<string, string | number>
}

type InBothLanguages = { en: string; de: string }

export type Tag = { tag: string; type: string; label: InBothLanguages; sample: string | null }

export type TagCatalogue = {
  tags: Tag[]
  facts: { fact: Fact; label: InBothLanguages }[]
  product_sources: (typeof PRODUCT_SOURCES)[number][]
}

export type SubjectKind = "order" | "cart" | "contact"
export type PreviewSubject = { id: string; label: string; email: string | null; at: string | null }

export type NewsletterLayout = { key: string; name: InBothLanguages; content: MailContent }

export type TemplateRow = Json<TemplateSummary>
export type Template = Json<StoredTemplate>
export type TemplateVersion = Json<Omit<VersionRow, "id" | "document">>

/** What Mailroom changed in a built-in since the owner edited it. */
export type TemplateChange = ContentChange

export type Media = {
  id: string
  url: string
  name: string
  mime: string
  width: number | null
  height: number | null
  bytes: number
  alt: string
  created_at: string
}
