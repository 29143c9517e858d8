import { Checkbox, Label, Text } from "@medusajs/ui"
import { useState } from "react"
import { useNavigate } from "react-router-dom"
import { MISSED_OUTCOMES, type MissedOutcome } from "../../../src/core/mailings/again"
import { ActionButton } from "../../parts/action-button"
import type { Mailing } from "../../parts/api/mailings"
import { FormDrawer } from "../../parts/form-drawer"
import { WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

/** A draft of the same content for those whom it did not reach. */
export function Resend({ mailing }: { mailing: Mailing }) {
  const text = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <ActionButton needs="send" onClick={() => setOpen(true)}>
        {text("schedule.afterwards.resend")}
      </ActionButton>
      {isOpen && <ResendDrawer mailing={mailing} onClose={() => setOpen(false)} />}
    </>
  )
}

function ResendDrawer({ mailing, onClose }: { mailing: Mailing; onClose: () => void }) {
  const text = useText()
  const navigate = useNavigate()
  const missed = useRead<{ missed: Record<MissedOutcome, number> }>(`/mailings/${mailing.id}/resend`)
  const [chosen, setChosen] = useState<MissedOutcome[]>(["failed"])
  const [problem, setProblem] = useState<string | null>(null)
  const resend = useChange<{ outcomes: MissedOutcome[] }, { mailing: Mailing }>(`/mailings/${mailing.id}/resend`, {
    done: text("schedule.afterwards.made"),
    onDone: (answer) => navigate(`/mailroom/newsletters/${answer.mailing.id}`),
    onRefused: setProblem,
  })
  const counts = missed.data?.missed
  const people = counts ? chosen.reduce((sum, outcome) => sum + counts[outcome], 0) : 0
  return (
    <FormDrawer
      title={text("schedule.afterwards.resendTitle")}
      refusal={problem}
      label={text("schedule.afterwards.make")}
      isReady={people > 0}
      isLoading={resend.isPending}
      onSave={() => resend.mutate({ outcomes: chosen })}
      onClose={onClose}
    >
      <Text size="small" className="text-ui-fg-subtle">
        {text("schedule.afterwards.resendHint")}
      </Text>
      <WhenRead read={missed}>
        {({ missed: found }) =>
          MISSED_OUTCOMES.every((outcome) => found[outcome] === 0) ? (
            <Text>{text("schedule.afterwards.nobody")}</Text>
          ) : (
            <Outcomes found={found} chosen={chosen} onChange={setChosen} />
          )
        }
      </WhenRead>
    </FormDrawer>
  )
}

type OutcomesProps = {
  found: Record<MissedOutcome, number>
  chosen: MissedOutcome[]
  onChange: (chosen: MissedOutcome[]) => void
}

function Outcomes({ found, chosen, onChange }: OutcomesProps) {
  const text = useText()
  const format = useFormat()
  return (
    <div className="flex flex-col gap-y-3">
      {MISSED_OUTCOMES.map((outcome) => (
        <div key={outcome} className="flex items-center gap-x-3">
          <Checkbox
            id={`missed-${outcome}`}
            checked={chosen.includes(outcome)}
            disabled={found[outcome] === 0}
            onCheckedChange={(isOn) => onChange(isOn ? [...chosen, outcome] : chosen.filter((one) => one !== outcome))}
          />
          <Label htmlFor={`missed-${outcome}`} size="small">
            {text(`schedule.afterwards.${outcome}`)}: {format.number(found[outcome])}
          </Label>
        </div>
      ))}
    </div>
  )
}
