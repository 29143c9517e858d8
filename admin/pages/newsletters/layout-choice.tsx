import { clx, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import type { ContentPreview, MailContent, NewsletterLayout, Template, TemplateRow } from "../../parts/api/content"
import { blankDocument } from "../../editor/blocks/new-block"
import { mailroom } from "../../parts/client"
import { MailFrame } from "../../parts/mail-frame"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

export const BLANK = "blank"

type Props = { value: string; onChange: (key: string) => void }

/** A blank page, one of Mailroom's layouts or an own template; each is shown in the shop's own brand. */
export function LayoutChoice({ value, onChange }: Props) {
  const text = useText()
  const { i18n } = useTranslation()
  const language = i18n.language?.startsWith("de") ? "de" : "en"
  const layouts = useRead<{ layouts: NewsletterLayout[] }>("/content/layouts")
  const templates = useRead<{ templates: TemplateRow[] }>("/templates")
  const own = (templates.data?.templates ?? []).filter((one) => !one.is_builtin)
  return (
    <fieldset className="flex flex-col gap-y-3">
      <legend className="txt-compact-small-plus mb-2">{text("templates.start")}</legend>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        <Card name={text("templates.blank")} isChosen={value === BLANK} onChoose={() => onChange(BLANK)}>
          <Text size="xsmall" className="text-ui-fg-muted flex h-full items-center justify-center px-4 text-center">
            {text("templates.blankHint")}
          </Text>
        </Card>
        {layouts.data?.layouts.map((layout) => (
          <Card
            key={layout.key}
            name={layout.name[language]}
            isChosen={value === `layout:${layout.key}`}
            onChoose={() => onChange(`layout:${layout.key}`)}
          >
            <Thumbnail content={layout.content} locale={language} />
          </Card>
        ))}
        {own.map((one) => (
          <Card
            key={one.id}
            name={one.name}
            isChosen={value === `own:${one.id}`}
            onChoose={() => onChange(`own:${one.id}`)}
          >
            <OwnThumbnail id={one.id} />
          </Card>
        ))}
      </div>
    </fieldset>
  )
}

/** The content of what was chosen; a blank page is logo and footer. */
export async function contentOfChoice(key: string): Promise<Partial<MailContent>> {
  const [kind, id] = key.split(":")
  if (kind === "own") return (await mailroom<{ template: Template }>(`/templates/${id}`)).template.content
  if (kind === "layout") {
    const { layouts } = await mailroom<{ layouts: NewsletterLayout[] }>("/content/layouts")
    return layouts.find((one) => one.key === id)?.content ?? {}
  }
  return { document: blankDocument() }
}

type CardProps = { name: string; isChosen: boolean; onChoose: () => void; children: React.ReactNode }

function Card({ name, isChosen, onChoose, children }: CardProps) {
  return (
    <label
      className={clx(
        "has-[:focus-visible]:shadow-borders-focus flex cursor-pointer flex-col overflow-hidden rounded-lg",
        isChosen
          ? "shadow-borders-interactive-with-active"
          : "shadow-borders-base hover:shadow-borders-interactive-with-shadow",
      )}
    >
      <input type="radio" name="layout" className="sr-only" checked={isChosen} onChange={onChoose} />
      <div className="bg-ui-bg-subtle h-44 overflow-hidden">{children}</div>
      <span className="border-ui-border-base txt-compact-small bg-ui-bg-base truncate border-t px-3 py-2">{name}</span>
    </label>
  )
}

function OwnThumbnail({ id }: { id: string }) {
  const { data } = useRead<{ template: Template }>(`/templates/${id}`)
  return data ? <Thumbnail content={data.template.content} /> : null
}

const WIDTH = 640
const SCALE = 0.285

/** The server's own render, small; to look at, not to use. */
function Thumbnail({ content, locale }: { content: MailContent; locale?: string }) {
  const preview = useQuery({
    queryKey: ["mailroom", "/content/preview", "thumbnail", content, locale],
    queryFn: () =>
      mailroom<ContentPreview>("/content/preview", { method: "POST", body: { for: "newsletter", content, locale } }),
    staleTime: 300_000,
    retry: false,
  })
  if (!preview.data) return <div className="bg-ui-bg-component size-full animate-pulse" aria-busy={preview.isPending} />
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none"
      style={{ width: WIDTH, height: 760, transform: `scale(${SCALE})`, transformOrigin: "top left" }}
    >
      <MailFrame html={preview.data.html} title="" className="h-full" isWhole isPicture />
    </div>
  )
}
