import { EllipsisHorizontal } from "@medusajs/icons"
import { DropdownMenu, IconButton, toast, usePrompt } from "@medusajs/ui"
import { useNavigate } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import type { Asked } from "../../parts/api/content"
import type { MailingSpam } from "../../parts/api/before-send"
import type { Checklist, Mailing, MailingInput } from "../../parts/api/mailings"
import { mailroom } from "../../parts/client"
import { sentenceOf } from "../../parts/error-sentence"
import { said } from "../../parts/said"
import { SendTest } from "../../parts/send-test"
import { useFormat } from "../../parts/use-format"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText, type Text } from "../../parts/use-text"
import { Schedule } from "./schedule"
import type { Draft } from "./use-draft"

type Props = { mailing: Mailing; draft: Draft }
type MailContent = ReturnType<typeof contentOf>
/** What the preview shows, so that the test is the same mail. */
type TestProps = { asked: Omit<Asked, "content"> & { content: object }; contentNow: () => MailContent }

/** Test, schedule, send; behind the dots: duplicate and delete. */
export function EditorActions({ mailing, draft, asked, contentNow }: Props & TestProps) {
  const text = useText()
  const checklist = useRead<Checklist>(`/mailings/${mailing.id}/checklist`, { query: { revision: draft.revision } })
  const spam = useRead<{ spam: MailingSpam }>(`/mailings/${mailing.id}/spam`, { query: { revision: draft.revision } })
  const isSpam = spam.data?.spam.is_held ? text("spam.whyNot") : null
  const isTooFew = checklist.data?.items.some(({ key, severity }) => key === "ab_too_few" && severity === "blocks")
  const whyNot = checklist.data && !checklist.data.can_send ? notReady(checklist.data.items, text) : isSpam
  return (
    <>
      <SendTest
        path="/content/send-test-mail"
        extra={() => ({ ...asked, content: contentNow() })}
        before={draft.save}
      />
      <Schedule mailing={mailing} before={draft.save} whyNot={whyNot} />
      <SendNow mailing={mailing} draft={draft} whyNot={whyNot} isTooFew={isTooFew ?? false} />
      <More mailing={mailing} draft={draft} />
    </>
  )
}

/** With the first of the red points: the checklist may be out of sight. */
function notReady(items: Checklist["items"], text: Text): string {
  const first = items.find(({ ok, severity }) => ok === false && severity === "blocks")
  return [text("newsletters.notReady"), first && said(first.sentence)].filter(Boolean).join(" ")
}

function contentOf({ subject, preheader, document }: MailingInput) {
  return { subject, preheader, document }
}

function SendNow({ mailing, draft, whyNot, isTooFew }: Props & { whyNot: string | null; isTooFew: boolean }) {
  const text = useText()
  const format = useFormat()
  const prompt = usePrompt()
  const send = useChange<{ revision: number }>(`/mailings/${mailing.id}/send`, { done: text("newsletters.started") })

  /** Null when it cannot be told; the toast has said why. */
  async function checkNow(): Promise<Checklist | null> {
    try {
      return await mailroom<Checklist>(`/mailings/${mailing.id}/checklist`)
    } catch (error) {
      const sentence = sentenceOf(error, text("common.somethingWentWrong"))
      toast.error(text("common.notDone"), { description: sentence })
      return null
    }
  }

  async function ask() {
    if (!(await draft.save())) return
    const checked = await checkNow()
    if (!checked) return
    const { recipients, revision } = checked
    const isSure = await prompt({
      title: text("newsletters.sendTitle"),
      description:
        recipients === null
          ? text("newsletters.sendUncounted")
          : text("newsletters.sendDescription", { count: recipients, people: format.number(recipients) }),
      // Typed, so that nobody mails everybody by a slip of the mouse.
      verificationText: recipients === null ? text("newsletters.typedWord") : String(recipients),
      verificationInstruction: text(recipients === null ? "newsletters.typeWord" : "newsletters.typeNumber"),
      confirmText: text("newsletters.sendNow"),
      cancelText: text("common.cancel"),
      variant: "confirmation",
    })
    // What was counted and confirmed, or nothing: a colleague may have saved it meanwhile.
    if (isSure) send.mutate({ revision })
  }

  return (
    <ActionButton
      needs="send"
      variant="primary"
      whyDisabled={whyNot}
      isLoading={send.isPending}
      onClick={() => void ask()}
    >
      {text(isTooFew ? "variants.tooFewButton" : "newsletters.sendNow")}
    </ActionButton>
  )
}

function More({ mailing, draft }: Props) {
  const text = useText()
  const prompt = usePrompt()
  const navigate = useNavigate()
  const duplicate = useChange<void, { mailing: Mailing }>(`/mailings/${mailing.id}/duplicate`, {
    done: text("newsletters.duplicated"),
    onDone: (answer) => navigate(`/mailroom/newsletters/${answer.mailing.id}`),
  })
  const keep = useChange<{ name: string; content: object }>("/templates", {
    done: text("templates.savedAs", { name: draft.draft.subject || mailing.shown_name }),
  })
  const remove = useChange<void>(`/mailings/${mailing.id}`, {
    method: "DELETE",
    done: text("newsletters.deleted"),
    onDone: () => navigate("/mailroom/newsletters"),
  })

  async function askToDelete() {
    const isSure = await prompt({
      title: text("newsletters.deleteTitle"),
      description: text("newsletters.deleteDescription"),
      confirmText: text("common.delete"),
      cancelText: text("common.cancel"),
    })
    if (isSure) remove.mutate()
  }

  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>
        <IconButton size="small" variant="transparent" aria-label={text("newsletters.more")}>
          <EllipsisHorizontal />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content>
        <DropdownMenu.Item onClick={() => duplicate.mutate()}>{text("newsletters.duplicate")}</DropdownMenu.Item>
        <DropdownMenu.Item
          onClick={() => {
            const content = contentOf(draft.now())
            keep.mutate({ name: content.subject || mailing.shown_name, content })
          }}
        >
          {text("templates.saveAs")}
        </DropdownMenu.Item>
        {mailing.state === "draft" && (
          <DropdownMenu.Item onClick={() => void askToDelete()}>{text("common.delete")}</DropdownMenu.Item>
        )}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
