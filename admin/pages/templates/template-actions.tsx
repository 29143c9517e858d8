import { EllipsisHorizontal } from "@medusajs/icons"
import { DropdownMenu, IconButton, toast, usePrompt } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { useNavigate } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import type { Asked, Template } from "../../parts/api/content"
import { SendTest } from "../../parts/send-test"
import { useChange } from "../../parts/use-mailroom"
import { useRights } from "../../parts/use-rights"
import { useText } from "../../parts/use-text"
import type { TemplateDraft } from "./template-page"
import { VersionsDrawer } from "./versions-drawer"

type Props = { template: Template; draft: TemplateDraft; asked: Asked; onReplaced: () => void }
type Answer = { template: Template }

/** Test and publish; behind the dots the ways back. */
export function TemplateActions({ template, draft, asked, onReplaced }: Props) {
  const text = useText()
  const publish = useChange<{ revision: number }, Answer>(`/templates/${template.id}/publish`, {
    done: text("templates.published"),
    onDone: (answer) => draft.moveTo(answer.template.revision),
  })

  async function press() {
    if (await draft.save()) publish.mutate({ revision: draft.latest() })
    else toast.error(text("common.notDone"), { description: text("common.saveFirst") })
  }

  const hasDraft = template.has_draft || draft.state.kind !== "saved"
  return (
    <>
      <SendTest
        path="/content/send-test-mail"
        extra={() => ({ ...asked, content: draft.now().content })}
        before={draft.save}
      />
      {template.is_builtin && (
        <ActionButton
          needs="edit"
          variant="primary"
          isLoading={publish.isPending}
          whyDisabled={hasDraft ? null : text("templates.nothingToPublish")}
          onClick={() => void press()}
        >
          {text("templates.publish")}
        </ActionButton>
      )}
      <More template={template} onReplaced={onReplaced} />
    </>
  )
}

function More({ template, onReplaced }: Pick<Props, "template" | "onReplaced">) {
  const text = useText()
  const rights = useRights()
  const [isOpen, setOpen] = useState(false)
  const ask = useAsk()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const replaced = (answer: Answer) => {
    // The new editor must not begin with what was just thrown away.
    queries.setQueryData(["mailroom", `/templates/${template.id}`, {}], answer)
    onReplaced()
  }
  const discard = useChange<void, Answer>(`/templates/${template.id}/discard`, {
    done: text("templates.discarded"),
    onDone: replaced,
  })
  const reset = useChange<void, Answer>(`/templates/${template.id}/reset`, {
    done: text("templates.resetDone"),
    onDone: replaced,
  })
  const remove = useChange<void>(`/templates/${template.id}`, {
    method: "DELETE",
    done: text("templates.removed"),
    onDone: () => navigate("/mailroom/templates"),
  })
  return (
    <>
      <DropdownMenu>
        <DropdownMenu.Trigger asChild>
          <IconButton size="small" variant="transparent" aria-label={text("newsletters.more")}>
            <EllipsisHorizontal />
          </IconButton>
        </DropdownMenu.Trigger>
        <DropdownMenu.Content align="end">
          {template.live && (
            <DropdownMenu.Item onSelect={() => setOpen(true)}>{text("templates.versions")}</DropdownMenu.Item>
          )}
          {template.live && (
            <DropdownMenu.Item
              disabled={!template.has_draft || !rights.edit}
              onSelect={() => void ask("discard", () => discard.mutate())}
            >
              {text("templates.discard")}
            </DropdownMenu.Item>
          )}
          {template.is_builtin ? (
            <DropdownMenu.Item
              disabled={(!template.is_edited && !template.has_draft) || !rights.edit}
              onSelect={() => void ask("reset", () => reset.mutate())}
            >
              {text("templates.reset")}
            </DropdownMenu.Item>
          ) : (
            <DropdownMenu.Item disabled={!rights.edit} onSelect={() => void ask("remove", () => remove.mutate())}>
              {text("common.delete")}
            </DropdownMenu.Item>
          )}
        </DropdownMenu.Content>
      </DropdownMenu>
      {isOpen && <VersionsDrawer template={template} onClose={() => setOpen(false)} onReplaced={onReplaced} />}
    </>
  )
}

/** Each way back loses something; it is said before. */
function useAsk() {
  const text = useText()
  const prompt = usePrompt()
  return async (what: "discard" | "reset" | "remove", act: () => void) => {
    const isSure = await prompt({
      title: text(`templates.${what}Title`),
      description: text(`templates.${what}Description`),
      confirmText: what === "remove" ? text("common.delete") : text(`templates.${what}`),
      cancelText: text("common.cancel"),
    })
    if (isSure) act()
  }
}
