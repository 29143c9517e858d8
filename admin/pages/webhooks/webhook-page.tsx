import { Code, toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useNavigate, useParams } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import type { Attempt, Webhook } from "../../parts/api/actions"
import { PageHead } from "../../parts/page-head"
import { said } from "../../parts/said"
import { Row, Section } from "../../parts/section"
import { LoadingPage, WhenRead } from "../../parts/states"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { AttemptsCard } from "./attempts-card"
import { WebhookDrawer } from "./webhook-drawer"

export default function WebhookPage() {
  const { id } = useParams()
  const read = useRead<{ webhook: Webhook }>(`/webhooks/${id}`)
  return (
    <WhenRead read={read} loading={<LoadingPage />}>
      {({ webhook }) => <Page webhook={webhook} />}
    </WhenRead>
  )
}

function Page({ webhook }: { webhook: Webhook }) {
  const text = useText()
  const [isEdited, setEdited] = useState(false)
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead
        title={webhook.name}
        hint={<span className="break-all">{webhook.url}</span>}
        back={{ to: "/mailroom/webhooks", label: text("webhooks.back") }}
        actions={
          <>
            <RemoveButton webhook={webhook} />
            <ActionButton needs="edit" onClick={() => setEdited(true)}>
              {text("common.edit")}
            </ActionButton>
            <TrialButton webhook={webhook} />
          </>
        }
      />
      <Secret webhook={webhook} />
      <AttemptsCard webhookId={webhook.id} />
      {isEdited && <WebhookDrawer webhook={webhook} onClose={() => setEdited(false)} />}
    </div>
  )
}

function TrialButton({ webhook }: { webhook: Webhook }) {
  const text = useText()
  const trial = useChange<void, { attempt: Attempt["detail"] & { outcome: string } }>(
    `/webhooks/${webhook.id}/send-trial`,
    {
      onDone: ({ attempt }) =>
        attempt.outcome === "done"
          ? toast.success(text("webhooks.trialDone"))
          : toast.error(text("common.notDone"), { description: said(attempt.sentence ?? "") }),
    },
  )
  return (
    <ActionButton needs="send" variant="primary" isLoading={trial.isPending} onClick={() => trial.mutate()}>
      {text("webhooks.trial")}
    </ActionButton>
  )
}

/** Read only when somebody asks for it. */
function Secret({ webhook }: { webhook: Webhook }) {
  const text = useText()
  const prompt = usePrompt()
  const [isShown, setShown] = useState(false)
  const read = useRead<{ secret: string }>(`/webhooks/${webhook.id}/secret`, { enabled: isShown })
  const renew = useChange<void>(`/webhooks/${webhook.id}/secret`, {
    done: text("webhooks.renewed"),
    onDone: () => setShown(true),
  })
  async function ask() {
    const isSure = await prompt({
      title: text("webhooks.renewTitle"),
      description: text("webhooks.renewDescription"),
      confirmText: text("webhooks.renew"),
      cancelText: text("common.cancel"),
    })
    if (isSure) renew.mutate()
  }
  return (
    <Section
      title={text("webhooks.secret")}
      hint={text("webhooks.secretHint")}
      actions={
        <>
          <ActionButton needs="edit" isLoading={renew.isPending} onClick={() => void ask()}>
            {text("webhooks.renew")}
          </ActionButton>
          {!isShown && (
            <ActionButton needs="edit" onClick={() => setShown(true)}>
              {text("webhooks.show")}
            </ActionButton>
          )}
        </>
      }
    >
      {isShown && (
        <Row label={text("webhooks.secret")}>
          <WhenRead read={read} loading="…">
            {({ secret }) => <Code className="break-all">{secret}</Code>}
          </WhenRead>
        </Row>
      )}
    </Section>
  )
}

function RemoveButton({ webhook }: { webhook: Webhook }) {
  const text = useText()
  const prompt = usePrompt()
  const navigate = useNavigate()
  const remove = useChange<void>(`/webhooks/${webhook.id}`, {
    method: "DELETE",
    done: text("webhooks.removed"),
    onDone: () => navigate("/mailroom/webhooks"),
  })
  async function ask() {
    const isSure = await prompt({
      title: text("webhooks.removeTitle", { name: webhook.name }),
      description: text("webhooks.removeDescription"),
      confirmText: text("common.delete"),
      cancelText: text("common.cancel"),
    })
    if (isSure) remove.mutate()
  }
  return (
    <ActionButton needs="edit" variant="transparent" isLoading={remove.isPending} onClick={() => void ask()}>
      {text("webhooks.remove")}
    </ActionButton>
  )
}
