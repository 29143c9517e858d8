import { Text } from "@medusajs/ui"
import { useCallback, useMemo, useRef, useState, type ReactNode } from "react"
import { contentSchema } from "../../src/core/templates/document"
import type { ContentFor, MailContent, TagCatalogue } from "../parts/api/content"
import { useHistory } from "../parts/use-history"
import { ErrorState, LoadingPage, WhenRead } from "../parts/states"
import { useRead } from "../parts/use-mailroom"
import { ContentContext, EditorContext, LookContext, SelectedContext, type EditorValue } from "./editor-context"
import { LetterCard } from "./letter-card"
import { LinesCard } from "./lines-card"
import { PreviewPane, type PreviewAs } from "./preview/preview-pane"
import { useLook } from "./use-look"
import { useUndoKeys } from "../parts/use-undo-keys"

/** As the API has it: a newsletter that nobody has written yet has an empty document. */
export type RawContent = { subject: string; preheader: string; document: object }

type Props = {
  content: RawContent
  contentFor: ContentFor
  /** Of what stands in the document itself, where that does not say. */
  shopLocale: string
  senderId: string | null
  name?: string
  /** Its format and link parameters are the preview's, too. */
  mailingId?: string
  as: PreviewAs
  setAs: (as: PreviewAs) => void
  setLocale?: (locale: string | null) => void
  onChange: (content: MailContent) => void
  /** Below the letter, and below its preview. */
  foot?: ReactNode
  side?: ReactNode
}

/** Subject, letter and preview of one content; what it makes is the document, by `onChange`. */
export default function MailEditor({ content, ...props }: Props) {
  const catalogue = useRead<TagCatalogue>("/content/tags", { query: { for: props.contentFor } })
  // Read once: from then on the editor's own history is what counts.
  const [parsed] = useState(() => contentSchema.safeParse(content))
  if (!parsed.success) return <ErrorState error={parsed.error} />
  return (
    <WhenRead read={catalogue} loading={<LoadingPage cards={2} />}>
      {(data) => <Editor {...props} content={parsed.data} catalogue={data} />}
    </WhenRead>
  )
}

type EditorProps = Omit<Props, "content"> & { content: MailContent; catalogue: TagCatalogue }

function Editor({ catalogue, onChange, contentFor, senderId, shopLocale, setLocale: tell, ...props }: EditorProps) {
  const { edits, shown } = useHistory(() => props.content, onChange)
  const [locale, setOwnLocale] = useState<string | null>(null)
  const [selected, select] = useState<string | null>(null)
  const [said, announce] = useState("")
  const ownLocale = shown.present.document.locale ?? shopLocale
  const look = useLook(shown.present, senderId)
  const now = useLatest({ content: shown.present, selected })
  const place = useUndoKeys(edits)

  const setLocale = useCallback(
    (next: string | null) => {
      setOwnLocale(next)
      tell?.(next)
    },
    [tell],
  )
  const value = useMemo<EditorValue>(
    () => ({ ...edits, contentFor, catalogue, senderId, ownLocale, locale, setLocale, select, announce, now }),
    [edits, contentFor, catalogue, senderId, ownLocale, locale, setLocale, now],
  )

  return (
    <EditorContext.Provider value={value}>
      <ContentContext.Provider value={shown}>
        <SelectedContext.Provider value={selected}>
          <LookContext.Provider value={look}>
            <div ref={place} className="grid grid-cols-1 items-start gap-3 xl:grid-cols-[minmax(0,11fr)_minmax(0,9fr)]">
              <div className="flex min-w-0 flex-col gap-y-3">
                <LinesCard />
                <LetterCard />
                {props.foot}
              </div>
              {/* With a way of its own: the checklist below the preview is never a whole letter away. */}
              <div className="-m-1 flex min-w-0 flex-col gap-y-3 p-1 xl:sticky xl:top-3 xl:max-h-[calc(100vh-4.5rem)] xl:overflow-y-auto [&>*]:shrink-0">
                <PreviewPane as={props.as} setAs={props.setAs} name={props.name} mailingId={props.mailingId} />
                {props.side}
              </div>
              <Text aria-live="polite" className="sr-only">
                {said}
              </Text>
            </div>
          </LookContext.Provider>
        </SelectedContext.Provider>
      </ContentContext.Provider>
    </EditorContext.Provider>
  )
}

/** Always the same function, with the value of the last drawing. */
function useLatest<T>(value: T): () => T {
  const latest = useRef(value)
  latest.current = value
  return useCallback(() => latest.current, [])
}
