import { Text, Textarea } from "@medusajs/ui"
import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { usePaused } from "../../../../editor/preview/use-asked"
import type { TextPreview } from "../../../../parts/api/flows"
import { mailroom } from "../../../../parts/client"
import { Field } from "../../../../parts/field"
import { said } from "../../../../parts/said"
import { useText } from "../../../../parts/use-text"
import { useLabel, type FieldProps } from "./field-input"

/** Words of an SMS or a push, with what a sample person would read and how many SMS it costs. */
export function SpokenInput({ id, field, value, onChange }: FieldProps<"spoken">) {
  const label = useLabel(field)
  const shown = typeof value === "string" ? value : ""
  return (
    <Field label={label} hint={field.hint}>
      {(htmlId) => (
        <div className="flex flex-col gap-y-2">
          <Textarea
            id={htmlId}
            rows={3}
            value={shown}
            maxLength={field.maxLength}
            onChange={(event) => onChange(event.target.value, id)}
          />
          {shown.trim() !== "" && <Preview channel={field.channel} words={shown} />}
        </div>
      )}
    </Field>
  )
}

function Preview({ channel, words }: { channel: "sms" | "push"; words: string }) {
  const text = useText()
  const asked = usePaused(words)
  const { data } = useQuery({
    queryKey: ["mailroom", "preview-text", channel, asked],
    queryFn: () =>
      mailroom<TextPreview>("/automations/preview-text", { method: "POST", body: { channel, text: asked } }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  if (!data) return null
  if (data.problem)
    return (
      <Text size="small" className="text-ui-fg-error" role="status">
        {text("steps.form.unreadable", { why: said(data.problem) })}
      </Text>
    )
  return (
    <div className="bg-ui-bg-subtle flex flex-col gap-y-1 rounded-lg border px-3 py-2" role="status">
      <Text size="xsmall" className="text-ui-fg-muted">
        {text("steps.form.sample")}
      </Text>
      <Text size="small" className="whitespace-pre-line break-words">
        {data.text}
      </Text>
      {data.size && <SizeOf {...data.size} />}
    </div>
  )
}

function SizeOf({ segments, units, encoding, outside }: NonNullable<TextPreview["size"]>) {
  const text = useText()
  return (
    <Text size="xsmall" className="text-ui-fg-subtle">
      {text("steps.form.smsSize", { count: segments, units, encoding })}
      {outside.length > 0 && ` ${text("steps.form.smsOutside", { letters: outside.slice(0, 8).join(" ") })}`}
    </Text>
  )
}
