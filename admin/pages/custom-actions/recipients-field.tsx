import { Plus, Trash } from "@medusajs/icons"
import { Button, IconButton, Input } from "@medusajs/ui"
import type { Recipient } from "../../parts/api/automations"
import { Choice } from "../../parts/choice"
import { useText } from "../../parts/use-text"
import { useTaskPeople } from "../tasks/use-task-people"

const FIELDS = ["to", "cc", "bcc"] as const
const WAYS = ["address", "staff", "owner", "supplier", "product_metadata"] as const
/** What only the lines of an order lead to. */
const FROM_LINES: Recipient["by"][] = ["supplier", "product_metadata"]
/** Whose address nobody types. */
const KNOWN: Recipient["by"][] = ["supplier", "owner"]

type Props = {
  value: Recipient[]
  isAboutOrder: boolean
  /** Another system is told. */
  mayBeNobody: boolean
  onChange: (recipients: Recipient[]) => void
}

/** To, Cc, Bcc: an address, a colleague, or who belongs to what was bought. */
export function RecipientsField({ value, isAboutOrder, mayBeNobody, onChange }: Props) {
  const text = useText()
  const { options: people } = useTaskPeople()
  const ways = WAYS.filter((way) => isAboutOrder || !FROM_LINES.includes(way))
  const replace = (index: number, patch: Partial<Recipient>) =>
    onChange(value.map((one, at) => (at === index ? { ...one, ...patch } : one)))
  const placeholderOf = (by: Recipient["by"]) => {
    if (by === "address") return text("common.addressPlaceholder")
    return by === "product_metadata"
      ? "supplier_email"
      : text(by === "owner" ? "actions.known.owner" : "actions.known.supplier")
  }
  return (
    <div className="flex flex-col gap-y-3">
      {value.map((recipient, index) => (
        <div key={index} className="flex flex-wrap items-center gap-2 sm:flex-nowrap">
          <div className="w-24 shrink-0">
            <Choice
              label={text("actions.field")}
              value={recipient.field}
              onChange={(field) => replace(index, { field: field as Recipient["field"] })}
              options={FIELDS.map((field) => ({ value: field, label: text(`actions.fields.${field}`) }))}
            />
          </div>
          <div className="w-48 shrink-0">
            <Choice
              label={text("actions.way")}
              value={recipient.by}
              onChange={(by) => replace(index, { by: by as Recipient["by"], value: "" })}
              options={ways.map((way) => ({ value: way, label: text(`actions.ways.${way}`) }))}
            />
          </div>
          <div className="min-w-0 flex-1">
            {recipient.by === "staff" ? (
              <Choice
                label={text("actions.ways.staff")}
                value={recipient.value}
                placeholder={text("steps.form.choose")}
                onChange={(user) => replace(index, { value: user })}
                options={people}
              />
            ) : (
              <Input
                disabled={KNOWN.includes(recipient.by)}
                type={recipient.by === "address" ? "email" : "text"}
                aria-label={text(`actions.ways.${recipient.by}`)}
                placeholder={placeholderOf(recipient.by)}
                value={recipient.value}
                onChange={(event) => replace(index, { value: event.target.value })}
              />
            )}
          </div>
          <IconButton
            type="button"
            variant="transparent"
            disabled={value.length === 1 && !mayBeNobody}
            aria-label={text("common.removeOne", { name: recipient.value || text("actions.recipient") })}
            onClick={() => onChange(value.filter((_, at) => at !== index))}
          >
            <Trash />
          </IconButton>
        </div>
      ))}
      <div>
        <Button
          type="button"
          size="small"
          variant="secondary"
          onClick={() => onChange([...value, { field: "to", by: "address", value: "" }])}
        >
          <Plus />
          {text("actions.addRecipient")}
        </Button>
      </div>
    </div>
  )
}
