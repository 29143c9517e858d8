import { Trash } from "@medusajs/icons"
import { IconButton, Tooltip, usePrompt } from "@medusajs/ui"
import { useNavigate } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import type { Checklist, Mailing, MailingInput } from "../../parts/api/mailings"
import { SendTest } from "../../parts/send-test"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import type { Draft } from "./use-draft"

type Props = { mailing: Mailing; draft: Draft; asked: object }

/** Mail merge, test, send; a letter goes by one click, as in any mail program. */
export function DirectActions({ mailing, draft, asked }: Props) {
  return (
    <>
      <MailMerge mailing={mailing} draft={draft} />
      <SendTest path="/content/send-test-mail" extra={asked} before={draft.save} />
      <Send mailing={mailing} draft={draft} />
      <Delete mailing={mailing} />
    </>
  )
}

function MailMerge({ mailing, draft }: Pick<Props, "mailing" | "draft">) {
  const text = useText()
  const prompt = usePrompt()
  const merge = useChange<Partial<MailingInput> & { revision: number }>(`/mailings/${mailing.id}`, {
    done: text("composer.direct.merged"),
  })
  async function ask() {
    const isSure = await prompt({
      title: text("composer.direct.mergeTitle"),
      description: text("composer.direct.mergeHint"),
      confirmText: text("composer.direct.mergeConfirm"),
      cancelText: text("common.cancel"),
      variant: "confirmation",
    })
    if (!isSure || !(await draft.save())) return
    merge.mutate({ kind: "serial", copies: { seeds: true, groups: null }, revision: draft.latest() })
  }
  return (
    <ActionButton needs="edit" isLoading={merge.isPending} onClick={() => void ask()}>
      {text("composer.direct.merge")}
    </ActionButton>
  )
}

function Send({ mailing, draft }: Pick<Props, "mailing" | "draft">) {
  const text = useText()
  const navigate = useNavigate()
  const checklist = useRead<Checklist>(`/mailings/${mailing.id}/checklist`, { query: { revision: draft.revision } })
  const send = useChange<{ revision: number }, { message_id: string }>(`/mailings/${mailing.id}/send-direct`, {
    done: text("composer.direct.sent"),
    onDone: ({ message_id: id }) => navigate(`/mailroom/outbox/${id}`),
  })
  const isSettled = draft.state.kind === "saved"
  const whyNot = isSettled && checklist.data && !checklist.data.can_send ? text("newsletters.notReady") : null
  return (
    <ActionButton
      needs="send"
      variant="primary"
      whyDisabled={whyNot}
      isLoading={send.isPending}
      onClick={() => void draft.save().then((isSaved) => isSaved && send.mutate({ revision: draft.latest() }))}
    >
      {text("composer.direct.send")}
    </ActionButton>
  )
}

function Delete({ mailing }: Pick<Props, "mailing">) {
  const text = useText()
  const prompt = usePrompt()
  const navigate = useNavigate()
  const remove = useChange<void>(`/mailings/${mailing.id}`, {
    method: "DELETE",
    done: text("newsletters.deleted"),
    onDone: () => navigate(`/mailroom/contacts/${mailing.audience.people[0] ?? ""}`),
  })
  async function ask() {
    const isSure = await prompt({
      title: text("newsletters.deleteTitle"),
      description: text("newsletters.deleteDescription"),
      confirmText: text("common.delete"),
      cancelText: text("common.cancel"),
    })
    if (isSure) remove.mutate()
  }
  return (
    <Tooltip content={text("composer.direct.delete")}>
      <IconButton
        size="small"
        variant="transparent"
        aria-label={text("composer.direct.delete")}
        onClick={() => void ask()}
      >
        <Trash />
      </IconButton>
    </Tooltip>
  )
}
