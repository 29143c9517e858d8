import { Badge, Container, Heading, Text } from "@medusajs/ui"
import { ActionButton } from "../../parts/action-button"
import type { CustomActionTrial } from "../../parts/api/automations"
import { MailFrame } from "../../parts/mail-frame"
import { useFormat } from "../../parts/use-format"
import { useChange } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { said } from "../../parts/said"

/** "Try it with the last real order", or the last real event: what would go to whom; nothing is sent. */
export function Trial({ actionId, isDirty }: { actionId: string; isDirty: boolean }) {
  const text = useText()
  const trial = useChange<object, CustomActionTrial>(`/custom-actions/${actionId}/try`)
  return (
    <section className="flex flex-col gap-y-4 border-t pt-6">
      <div className="flex items-start justify-between gap-x-4">
        <div>
          <Heading level="h2">{text("actions.try")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {text("actions.tryHint")}
          </Text>
        </div>
        <ActionButton
          needs="see"
          isLoading={trial.isPending}
          whyDisabled={isDirty ? text("common.saveFirst") : null}
          onClick={() => trial.mutate({})}
        >
          {text("actions.tryButton")}
        </ActionButton>
      </div>
      {trial.data && <Outcome trial={trial.data} />}
    </section>
  )
}

function Outcome({ trial }: { trial: CustomActionTrial }) {
  const text = useText()
  const format = useFormat()
  return (
    <div className="flex flex-col gap-y-4" aria-live="polite">
      <Text size="small" weight="plus">
        {said(trial.sentence)}{" "}
        {trial.happened_at && text("actions.triedWith", { at: format.dateTime(trial.happened_at) })}
      </Text>
      <ul className="flex flex-col gap-y-1">
        {trial.lines.map((line, index) => (
          <li key={index} className="flex items-center gap-x-2">
            <Badge size="2xsmall" color={line.matches ? "green" : "grey"}>
              {text(line.matches ? "actions.matches" : "actions.leftOut")}
            </Badge>
            <Text size="small">
              {line.quantity} × {line.title}
            </Text>
          </li>
        ))}
      </ul>
      {trial.mails.map((mail, index) => (
        <Container key={index} className="p-0">
          <div className="flex flex-col gap-y-1 px-4 py-3">
            <Text size="small" weight="plus">
              {mail.subject}
            </Text>
            <Text size="small" className="text-ui-fg-subtle">
              {[...mail.to, ...mail.cc.map((one) => `Cc ${one}`), ...mail.bcc.map((one) => `Bcc ${one}`)].join(", ")}
            </Text>
          </div>
          <MailFrame html={mail.html} title={mail.subject} className="h-[480px]" />
        </Container>
      ))}
    </div>
  )
}
