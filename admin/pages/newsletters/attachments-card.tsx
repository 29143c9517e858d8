import { PaperClip, Trash } from "@medusajs/icons"
import { Hint, IconButton, Text, Tooltip } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useRef, useState } from "react"
import { ATTACHABLE, MOST_ATTACHED_BYTES } from "../../../src/core/mailings/attachment"
import { ActionButton } from "../../parts/action-button"
import type { Attachment } from "../../parts/api/composer"
import { downloadUrl } from "../../parts/client"
import { sentenceOf } from "../../parts/error-sentence"
import { said } from "../../parts/said"
import { Section } from "../../parts/section"
import { WhenRead } from "../../parts/states"
import { MB, useFileSize } from "../../parts/use-file-size"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { uploadAttachment } from "./upload-attachment"

const MOST = MOST_ATTACHED_BYTES / MB

/** Files that go with every mail; several may be chosen at once, each says what is wrong with it. */
export function AttachmentsCard({ mailingId }: { mailingId: string }) {
  const text = useText()
  const attached = useRead<{ attachments: Attachment[] }>(`/mailings/${mailingId}/attachments`)
  const { add, isAdding, problems } = useUpload(mailingId)
  const input = useRef<HTMLInputElement>(null)
  return (
    <Section
      title={text("composer.attachments.title")}
      hint={text("composer.attachments.hint", { most: MOST })}
      actions={
        <ActionButton needs="edit" isLoading={isAdding} onClick={() => input.current?.click()}>
          {text(isAdding ? "composer.attachments.adding" : "composer.attachments.add")}
        </ActionButton>
      }
    >
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={text("composer.attachments.add")}
        accept={ATTACHABLE.map((ending) => `.${ending}`).join()}
        onChange={(event) => {
          void add([...(event.target.files ?? [])])
          event.target.value = ""
        }}
      />
      <WhenRead read={attached}>
        {({ attachments }) => <Attached mailingId={mailingId} attachments={attachments} />}
      </WhenRead>
      {problems.length > 0 && (
        <div role="alert" className="flex flex-col gap-y-1 px-6 py-3">
          {problems.map((problem) => (
            <Hint key={problem} variant="error">
              {problem}
            </Hint>
          ))}
        </div>
      )}
    </Section>
  )
}

/** One after the other: each is checked against those before it. */
function useUpload(mailingId: string) {
  const text = useText()
  const queries = useQueryClient()
  const [isAdding, setAdding] = useState(false)
  const [problems, setProblems] = useState<string[]>([])
  async function add(files: File[]) {
    setAdding(true)
    setProblems([])
    for (const file of files)
      try {
        await uploadAttachment(mailingId, file)
      } catch (error) {
        const sentence = said(sentenceOf(error, text("common.somethingWentWrong")))
        setProblems((before) => [...before, sentence])
      }
    setAdding(false)
    await queries.invalidateQueries({ queryKey: ["mailroom", `/mailings/${mailingId}/attachments`] })
  }
  return { add, isAdding, problems }
}

function Attached({ mailingId, attachments }: { mailingId: string; attachments: Attachment[] }) {
  const text = useText()
  const { megabytes } = useFileSize()
  if (attachments.length === 0)
    return (
      <Text size="small" className="text-ui-fg-muted px-6 py-4">
        {text("composer.attachments.none")}
      </Text>
    )
  const sum = attachments.reduce((all, { bytes }) => all + bytes, 0)
  return (
    <div className="flex flex-col gap-y-2 px-6 py-4">
      <ul className="divide-y rounded-md border">
        {attachments.map((one) => (
          <AttachedLine key={one.id} mailingId={mailingId} file={one} />
        ))}
      </ul>
      <Text size="xsmall" className="text-ui-fg-subtle">
        {text("composer.attachments.sum", { size: megabytes(sum), most: MOST })} · {text("composer.attachments.advice")}
      </Text>
    </div>
  )
}

function AttachedLine({ mailingId, file: { id, name, bytes } }: { mailingId: string; file: Attachment }) {
  const text = useText()
  const { shown } = useFileSize()
  const path = `/mailings/${mailingId}/attachments/${id}`
  const remove = useChange<void>(path, { method: "DELETE", done: text("composer.attachments.removed", { name }) })
  return (
    <li className="flex items-center gap-x-3 px-3 py-2">
      <PaperClip className="text-ui-fg-muted shrink-0" />
      <a
        href={downloadUrl(path)}
        download={name}
        title={text("composer.attachments.download", { name })}
        className="txt-compact-small hover:text-ui-fg-interactive min-w-0 flex-1 truncate"
      >
        {name}
      </a>
      <Text size="xsmall" className="text-ui-fg-subtle shrink-0 tabular-nums">
        {shown(bytes)}
      </Text>
      <Tooltip content={text("composer.attachments.remove", { name })}>
        <IconButton
          size="small"
          variant="transparent"
          aria-label={text("composer.attachments.remove", { name })}
          isLoading={remove.isPending}
          onClick={() => remove.mutate()}
        >
          <Trash />
        </IconButton>
      </Tooltip>
    </li>
  )
}
