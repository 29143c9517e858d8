import { Badge, Container, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { TemplateRow } from "../../parts/api/content"
import { PageHead } from "../../parts/page-head"
import { Section } from "../../parts/section"
import { EmptyState, LoadingRows, WhenRead } from "../../parts/states"
import { languageName } from "../../editor/language-name"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText, useWord } from "../../parts/use-text"

/** The owner's own letters to begin with; the store e-mails have a page of their own. */
export default function TemplatesPage() {
  const text = useText()
  const templates = useRead<{ templates: TemplateRow[] }>("/templates")
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead title={text("menu.templates")} hint={text("templates.hint")} />
      <Container className="p-0">
        <WhenRead read={templates} loading={<LoadingRows rows={3} />}>
          {(data) => <Own templates={data.templates.filter((one) => !one.is_builtin)} />}
        </WhenRead>
      </Container>
      {templates.data && <Builtins templates={templates.data.templates.filter((one) => one.is_builtin)} />}
    </div>
  )
}

function Own({ templates }: { templates: TemplateRow[] }) {
  const text = useText()
  const format = useFormat()
  if (templates.length === 0) return <EmptyState title={text("templates.none")} hint={text("templates.noneHint")} />
  return (
    <ul className="divide-y">
      {templates.map((one) => (
        <li key={one.id}>
          <Link
            to={`/mailroom/templates/${one.id}`}
            className="hover:bg-ui-bg-base-hover flex items-center gap-x-4 px-6 py-3"
          >
            <Text size="small" weight="plus" className="min-w-0 flex-1 truncate">
              {one.name}
            </Text>
            <span className="flex gap-x-1">
              {one.locales.map((locale) => (
                <Badge key={locale} size="2xsmall">
                  {languageName(locale)}
                </Badge>
              ))}
            </span>
            <Text size="small" className="text-ui-fg-muted">
              {format.ago(one.updated_at)}
            </Text>
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** Every mail that Mailroom sends by itself, with what the owner has made of it. */
function Builtins({ templates }: { templates: TemplateRow[] }) {
  const text = useText()
  const word = useWord()
  return (
    <Section title={text("templates.builtins")} hint={text("templates.builtinsHint")}>
      <ul className="divide-y">
        {templates.map((one) => (
          <li key={one.id}>
            <Link
              to={`/mailroom/templates/${one.id}`}
              className="hover:bg-ui-bg-base-hover flex items-center gap-x-3 px-6 py-3"
            >
              <Text size="small" weight="plus" className="min-w-0 flex-1 truncate">
                {word("words.template", one.key)}
              </Text>
              {one.has_changes && (
                <Badge size="2xsmall" color="purple">
                  {text("templates.changesTitle")}
                </Badge>
              )}
              {one.has_draft && (
                <Badge size="2xsmall" color="orange">
                  {text("templates.draft")}
                </Badge>
              )}
              <Badge size="2xsmall" color={one.is_edited ? "blue" : "grey"}>
                {text(one.is_edited ? "templates.edited" : "templates.builtin")}
              </Badge>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
