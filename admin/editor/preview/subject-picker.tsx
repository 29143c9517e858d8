import { ChevronUpDown } from "@medusajs/icons"
import { Button, Input, Popover, Skeleton, Text } from "@medusajs/ui"
import { useState } from "react"
import type { PreviewSubject, PreviewWith, SubjectKind } from "../../parts/api/content"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { useMailEditor } from "../editor-context"
import type { PreviewAs } from "./preview-pane"
import { usePaused } from "./use-asked"

type Subjects = { kind: SubjectKind | null; subjects: PreviewSubject[] }

/** Made-up data, or a real order, cart or person: the mail as exactly this one would get it. */
export function SubjectPicker({ as, onChange }: { as: PreviewAs; onChange: (as: PreviewAs) => void }) {
  const text = useText()
  const { contentFor } = useMailEditor()
  const [isOpen, setOpen] = useState(false)
  const [q, setQ] = useState("")
  const found = useRead<Subjects>("/content/subjects", { query: { for: contentFor, q: usePaused(q.trim()) } })
  const kind = found.data?.kind
  if (!kind) return null

  function choose(next: PreviewAs) {
    onChange(next)
    setOpen(false)
  }

  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Button size="small" variant="secondary" className="max-w-56">
          <span className="truncate">{as.label ?? text("editor.preview.sample")}</span>
          <ChevronUpDown className="text-ui-fg-muted" />
        </Button>
      </Popover.Trigger>
      <Popover.Content align="end" className="flex w-80 flex-col gap-y-2 p-3">
        <Input
          type="search"
          size="small"
          autoFocus
          value={q}
          aria-label={text(`editor.preview.search.${kind}`)}
          placeholder={text(`editor.preview.search.${kind}`)}
          onChange={(event) => setQ(event.target.value)}
        />
        <ul className="max-h-72 overflow-y-auto">
          <li>
            <Entry
              title={text("editor.preview.sample")}
              hint={text("editor.preview.sampleHint")}
              onPress={() => choose({ with: {}, label: null })}
            />
          </li>
          {found.isPending && <Skeleton className="m-2 h-5" />}
          {found.data?.subjects.map((one) => (
            <li key={one.id}>
              <SubjectEntry one={one} onPress={() => choose({ with: withOne(kind, one.id), label: one.label })} />
            </li>
          ))}
        </ul>
        {found.data?.subjects.length === 0 && (
          <Text size="small" className="text-ui-fg-muted px-2">
            {text("editor.preview.nothing")}
          </Text>
        )}
      </Popover.Content>
    </Popover>
  )
}

function SubjectEntry({ one, onPress }: { one: PreviewSubject; onPress: () => void }) {
  const format = useFormat()
  const hint = [one.email !== one.label && one.email, one.at && format.ago(one.at)].filter(Boolean).join(" · ")
  return <Entry title={one.label} hint={hint} onPress={onPress} />
}

function Entry({ title, hint, onPress }: { title: string; hint: string; onPress: () => void }) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="hover:bg-ui-bg-base-hover focus-visible:bg-ui-bg-base-hover flex w-full flex-col rounded px-2 py-1.5 text-left outline-none"
    >
      <span className="txt-compact-small text-ui-fg-base truncate">{title}</span>
      <span className="txt-compact-xsmall text-ui-fg-muted truncate">{hint}</span>
    </button>
  )
}

function withOne(kind: SubjectKind, id: string): PreviewWith {
  if (kind === "order") return { order_id: id }
  return kind === "cart" ? { cart_id: id } : { contact_id: id }
}
