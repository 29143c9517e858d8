import { XMarkMini } from "@medusajs/icons"
import { Badge, IconButton, Input } from "@medusajs/ui"
import { useId, useState } from "react"
import type { ContactChoices, WholeContact } from "../../parts/api/contacts"
import { Row } from "../../parts/section"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useRights } from "../../parts/use-rights"
import { useText } from "../../parts/use-text"

/** The tags of one contact: add by Enter, take away by the cross. Known tags are suggested. */
export function TagsRow({ contact }: { contact: WholeContact }) {
  const text = useText()
  const { edit: mayEdit } = useRights()
  const listId = useId()
  const [typed, setTyped] = useState("")
  const { data: choices } = useRead<ContactChoices>("/contacts/choices")
  const { tags } = contact.profile
  const save = useChange<{ tags: string[] }>(`/contacts/${contact.id}`, { onDone: () => setTyped("") })
  const canEdit = mayEdit && contact.email !== null
  return (
    <Row label={text("contacts.tags")}>
      <div className="flex flex-wrap items-center gap-1.5">
        {tags.map((tag) => (
          <Badge key={tag} size="2xsmall" className="gap-x-0.5">
            {tag}
            {canEdit && (
              <IconButton
                size="2xsmall"
                variant="transparent"
                aria-label={text("common.removeOne", { name: tag })}
                onClick={() => save.mutate({ tags: tags.filter((one) => one !== tag) })}
              >
                <XMarkMini />
              </IconButton>
            )}
          </Badge>
        ))}
        {canEdit ? (
          <form
            className="w-32"
            onSubmit={(event) => {
              event.preventDefault()
              if (typed.trim()) save.mutate({ tags: [...tags, typed.trim()] })
            }}
          >
            <Input
              size="small"
              list={listId}
              value={typed}
              aria-label={text("contacts.addTag")}
              placeholder={text("contacts.addTag")}
              disabled={save.isPending}
              onChange={(event) => setTyped(event.target.value)}
            />
            <datalist id={listId}>
              {(choices?.tags ?? []).map((tag) => (
                <option key={tag} value={tag} />
              ))}
            </datalist>
          </form>
        ) : (
          tags.length === 0 && "–"
        )}
      </div>
    </Row>
  )
}
