import { Trash } from "@medusajs/icons"
import { Badge, Button, IconButton, Input } from "@medusajs/ui"
import { variantContents, variantLetter, type AbTest } from "../../../src/core/mailings/ab-test"
import type { MailingInput } from "../../parts/api/mailings"
import type { Sender } from "../../parts/api/settings"
import { Choice } from "../../parts/choice"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { withoutVariant, withVariant } from "./ab-edit"

const SAME = "same"
const DEFAULT = "default"
const MOST = 5

type Props = {
  ab: AbTest
  mailing: MailingInput
  open: number
  onChange: (ab: AbTest) => void
  onOpen: (at: number) => void
}

/** Each variant with its subject, sender and time; its content opens in the editor above. */
export function AbVariants({ ab, mailing, open, onChange, onOpen }: Props) {
  const text = useText()
  const isFull = ab.variants.length >= MOST
  const shown = variantContents(mailing, ab)
  return (
    <div className="flex flex-col gap-y-3">
      {ab.variants.map((variant, at) => {
        const letter = variantLetter(at + 1)
        return (
          <div key={at} className="border-ui-border-base flex flex-col gap-y-2 rounded-md border p-3">
            <div className="flex items-center gap-x-2">
              <Badge size="2xsmall" color="blue">
                {letter}
              </Badge>
              {at === 0 ? (
                <span className="txt-small text-ui-fg-subtle min-w-0 truncate">
                  {text("variants.isItself")} {mailing.subject}
                </span>
              ) : (
                <div className="min-w-0 flex-1">
                  <Input
                    size="small"
                    aria-label={text("variants.subjectOf", { letter })}
                    maxLength={255}
                    // The editor above has it in its hands then, with a history of its own.
                    disabled={at === open}
                    value={shown[at]!.subject}
                    onChange={(event) => onChange(withVariant(ab, at, { subject: event.target.value }))}
                  />
                </div>
              )}
              {at > 0 && (
                <>
                  <Button size="small" variant="transparent" onClick={() => onOpen(at)}>
                    {text("variants.openContent")}
                  </Button>
                  {ab.variants.length > 2 && (
                    <IconButton
                      size="small"
                      variant="transparent"
                      aria-label={text("variants.remove", { letter })}
                      onClick={() => {
                        onOpen(0)
                        onChange(withoutVariant(ab, at))
                      }}
                    >
                      <Trash />
                    </IconButton>
                  )}
                </>
              )}
            </div>
            <div className="flex flex-wrap items-center gap-2">
              {at > 0 && (
                <div className="w-52">
                  <SenderOf
                    letter={letter}
                    value={variant.sender_id}
                    onChange={(sender_id) => onChange(withVariant(ab, at, { sender_id }))}
                  />
                </div>
              )}
              <label className="txt-small text-ui-fg-subtle flex items-center gap-x-2">
                {text("variants.time")}
                <Input
                  size="small"
                  type="time"
                  className="w-32"
                  value={variant.time ?? ""}
                  onChange={(event) => onChange(withVariant(ab, at, { time: event.target.value || undefined }))}
                />
              </label>
              {!variant.time && <span className="txt-small text-ui-fg-muted">{text("variants.atOnce")}</span>}
            </div>
          </div>
        )
      })}
      <div>
        <Button
          size="small"
          variant="secondary"
          disabled={isFull}
          onClick={() => onChange({ ...ab, variants: [...ab.variants, {}] })}
        >
          {text(isFull ? "variants.full" : "variants.add")}
        </Button>
      </div>
    </div>
  )
}

type SenderProps = {
  letter: string
  value: string | null | undefined
  onChange: (id: string | null | undefined) => void
}

function SenderOf({ letter, value, onChange }: SenderProps) {
  const text = useText()
  const { data } = useRead<{ senders: Sender[] }>("/senders")
  return (
    <Choice
      size="small"
      label={text("variants.senderOf", { letter })}
      value={value === undefined ? SAME : (value ?? DEFAULT)}
      onChange={(chosen) => onChange(chosen === SAME ? undefined : chosen === DEFAULT ? null : chosen)}
      options={[
        { value: SAME, label: text("variants.sameSender") },
        { value: DEFAULT, label: text("newsletters.defaultSender") },
        ...(data?.senders ?? []).map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}
