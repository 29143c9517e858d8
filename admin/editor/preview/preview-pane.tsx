import { Button, Tabs, Text } from "@medusajs/ui"
import { memo, useMemo, useState } from "react"
import type { ContentPreview, MailContent, PreviewWith } from "../../parts/api/content"
import { MailingFiles } from "../../parts/mailing-files"
import { localeAsked } from "../../parts/locale-asked"
import { Section } from "../../parts/section"
import { LoadingRows, WhenRead } from "../../parts/states"
import { useText } from "../../parts/use-text"
import { WidthSwitch, type Width } from "../../parts/width-switch"
import { useContent, useMailEditor } from "../editor-context"
import { Findings } from "./findings"
import { PlainTab } from "./plain-tab"
import { ScaledFrame } from "./scaled-frame"
import { SubjectPicker } from "./subject-picker"
import { usePaused, usePreview } from "./use-asked"

export type PreviewAs = { with: PreviewWith; label: string | null }

type Props = { as: PreviewAs; setAs: (as: PreviewAs) => void; name?: string; mailingId?: string }

/** What the reader gets, and beside it what is wrong with it. */
export function PreviewPane(props: Props) {
  return <Shown {...props} content={usePaused(useContent().content)} />
}

const Shown = memo(function Shown({ as, setAs, name, mailingId, content }: Props & { content: MailContent }) {
  const text = useText()
  const { contentFor, senderId, locale, ownLocale } = useMailEditor()
  const [tab, setTab] = useState("mail")
  const asked = useMemo(
    () => ({
      for: contentFor,
      locale: localeAsked(locale, ownLocale, as.with),
      sender_id: senderId,
      name,
      mailing_id: mailingId,
      ...as.with,
    }),
    [contentFor, locale, ownLocale, senderId, name, mailingId, as],
  )
  const preview = usePreview(asked, content)
  return (
    <>
      <Section
        title={text("common.preview")}
        hint={preview.data && <InboxLine preview={preview.data} />}
        actions={<SubjectPicker as={as} onChange={setAs} />}
      >
        {mailingId && <MailingFiles mailingId={mailingId} />}
        <Tabs value={tab} onValueChange={setTab}>
          <Tabs.List className="px-6 py-2">
            <Tabs.Trigger value="mail">{text("editor.preview.mail")}</Tabs.Trigger>
            <Tabs.Trigger value="plain">{text("editor.preview.plain")}</Tabs.Trigger>
          </Tabs.List>
          <Tabs.Content value="mail">
            <WhenRead read={preview} loading={<LoadingRows rows={6} />}>
              {(data) => <MailTab preview={data} isStale={preview.isPlaceholderData} />}
            </WhenRead>
          </Tabs.Content>
          <Tabs.Content value="plain">
            <PlainTab preview={preview.data} />
          </Tabs.Content>
        </Tabs>
      </Section>
      <Findings asked={asked} content={content} />
    </>
  )
})

function InboxLine({ preview }: { preview: ContentPreview }) {
  const text = useText()
  return (
    <span className="flex min-w-0 flex-col" data-preview-subject>
      <span className="text-ui-fg-base truncate font-medium">{preview.subject || text("common.noSubject")}</span>
      <span className="text-ui-fg-muted truncate">{preview.preheader}</span>
    </span>
  )
}

function MailTab({ preview, isStale }: { preview: ContentPreview; isStale: boolean }) {
  const text = useText()
  const [width, setWidth] = useState<Width>("desktop")
  const [isDark, setDark] = useState(false)
  return (
    <div aria-busy={isStale || undefined}>
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 pb-2">
        <div className="flex items-center gap-x-3">
          <WidthSwitch value={width} onChange={setWidth} />
          <Button
            size="small"
            type="button"
            variant={isDark ? "secondary" : "transparent"}
            aria-pressed={isDark}
            onClick={() => setDark(!isDark)}
          >
            {text("editor.preview.dark")}
          </Button>
        </div>
        <Text size="xsmall" className="text-ui-fg-muted">
          {text("editor.preview.weight", { kilobytes: Math.max(1, Math.round(preview.bytes / 1024)) })}
        </Text>
      </div>
      <ScaledFrame html={preview.html} width={width} isDark={isDark} />
    </div>
  )
}
