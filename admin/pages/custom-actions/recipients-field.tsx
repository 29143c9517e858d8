import { Plus, Trash } from "@medusajs/icons"
import { Button, IconButton, Input } from "@medusajs/ui"
import type { Recipient } from "../../parts/api/automations"
import { Choice } from "../../parts/choice"
import { useText } from "../../parts/use-text"

const FIELDS = ["to", "cc", "bcc"] as const
const WAYS = ["supplier", "address", "owner", "product_metadata"] as const
/** Whose address nobody types. */
const KNOWN: Recipient["by"][] = ["supplier", "owner"]

type Props = { value: Recipient[]; onChange: (recipients: Recipient[]) => void }

/** To, Cc, Bcc: an address, or the key in the product's metadata that holds one. */
export function RecipientsField({ value, onChange }: Props) {
  const text = useText()
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
        <div key={index} className="flex items-center gap-x-2">
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
              options={WAYS.map((way) => ({ value: way, label: text(`actions.ways.${way}`) }))}
            />
          </div>
          <div className="min-w-0 flex-1">
            <Input
              disabled={KNOWN.includes(recipient.by)}
              type={recipient.by === "address" ? "email" : "text"}
              aria-label={text(`actions.ways.${recipient.by}`)}
              placeholder={placeholderOf(recipient.by)}
              value={recipient.value}
              onChange={(event) => replace(index, { value: event.target.value })}
            />
          </div>
          <IconButton
            type="button"
            variant="transparent"
            disabled={value.length === 1}
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
