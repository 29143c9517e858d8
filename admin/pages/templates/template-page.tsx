import { StatusBadge } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { lazy, Suspense, useCallback, useState } from "react"
import { useParams } from "react-router-dom"
import type { MailContent, PreviewWith, Template } from "../../parts/api/content"
import type { SettingsAnswer } from "../../parts/api/settings"
import { mailroom } from "../../parts/client"
import { localeAsked } from "../../parts/locale-asked"
import { PageHead } from "../../parts/page-head"
import { ConflictAlert, SaveBadge } from "../../parts/save-badge"
import { LoadingPage, WhenRead } from "../../parts/states"
import { useAutosave } from "../../parts/use-autosave"
import { useRead } from "../../parts/use-mailroom"
import { useText, useWord } from "../../parts/use-text"
import { ChangesCard } from "./changes-card"
import { TemplateActions } from "./template-actions"

const MailEditor = lazy(() => import("../../editor/mail-editor"))

/** One template: a store e-mail as it goes out, or a letter to begin newsletters with. */
export default function TemplatePage() {
  const { id = "" } = useParams()
  // Bumped when the server has put another content there (reset, thrown away, an older version): the editor begins anew.
  const [round, setRound] = useState(0)
  const template = useRead<{ template: Template }>(`/templates/${id}`)
  const settings = useRead<SettingsAnswer>("/settings")
  return (
    <WhenRead read={template} loading={<LoadingPage cards={3} />}>
      {(data) => (
        <WhenRead read={settings} loading={<LoadingPage cards={3} />}>
          {(answer) => (
            <TemplateView
              key={`${id}/${round}`}
              template={data.template}
              shopLocale={answer.settings.general.locale}
              onReplaced={() => setRound((before) => before + 1)}
            />
          )}
        </WhenRead>
      )}
    </WhenRead>
  )
}

type Props = { template: Template; shopLocale: string; onReplaced: () => void }

function TemplateView({ template, shopLocale, onReplaced }: Props) {
  const text = useText()
  const word = useWord()
  const draft = useTemplateDraft(template)
  const [as, setAs] = useState<{ with: PreviewWith; label: string | null }>({ with: {}, label: null })
  const [locale, setLocale] = useState<string | null>(null)
  const { write: keep } = draft
  const write = useCallback((content: MailContent) => keep({ content }), [keep])
  const isBuiltin = template.key !== null
  const ownLocale = draft.draft.content.document.locale ?? shopLocale
  const asked = {
    for: template.for,
    content: draft.draft.content,
    locale: localeAsked(locale, ownLocale, as.with),
    ...as.with,
  }
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead
        back={
          isBuiltin
            ? { to: "/mailroom/store-emails", label: text("menu.storeEmails") }
            : { to: "/mailroom/templates", label: text("menu.templates") }
        }
        title={isBuiltin ? word("words.template", template.key) : template.name}
        hint={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <SaveBadge state={draft.state} />
            <StateBadge template={template} />
          </span>
        }
        actions={<TemplateActions template={template} draft={draft} asked={asked} onReplaced={onReplaced} />}
      />
      {draft.state.kind === "conflict" && <ConflictAlert />}
      {template.has_changes && <ChangesCard template={template} />}
      <Suspense fallback={<LoadingPage cards={2} />}>
        <MailEditor
          content={template.content}
          contentFor={template.for}
          shopLocale={shopLocale}
          senderId={null}
          as={as}
          setAs={setAs}
          setLocale={setLocale}
          onChange={write}
        />
      </Suspense>
    </div>
  )
}

function StateBadge({ template }: { template: Template }) {
  const text = useText()
  if (template.has_draft) return <StatusBadge color="orange">{text("templates.draft")}</StatusBadge>
  if (!template.is_builtin) return null
  return (
    <StatusBadge color={template.is_edited ? "blue" : "grey"}>
      {text(template.is_edited ? "templates.edited" : "templates.builtin")}
    </StatusBadge>
  )
}

function useTemplateDraft(template: Template) {
  const path = `/templates/${template.id}`
  const queries = useQueryClient()
  return useAutosave<{ name: string; content: MailContent }>({
    initial: { name: template.name, content: template.content },
    revision: template.revision,
    send: async (change, revision) => {
      const answer = await mailroom<{ template: Template }>(path, { method: "POST", body: { ...change, revision } })
      queries.setQueryData(["mailroom", path, {}], answer)
      return answer.template.revision
    },
  })
}

export type TemplateDraft = ReturnType<typeof useTemplateDraft>
