import { Button } from "@medusajs/ui"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { useText } from "../../parts/use-text"

const ALIGNMENTS = ["left", "center", "right"] as const
type Align = (typeof ALIGNMENTS)[number]

/** Null: at the side where the language begins. */
export function AlignField({ value, onChange }: { value: Align | null; onChange: (align: Align | null) => void }) {
  const text = useText()
  return (
    <Field label={text("editor.align.label")}>
      {(id) => (
        <Choice
          id={id}
          value={value ?? "start"}
          onChange={(align) => onChange(align === "start" ? null : (align as Align))}
          options={(["start", ...ALIGNMENTS] as const).map((align) => ({
            value: align,
            label: text(`editor.align.${align}`),
          }))}
        />
      )}
    </Field>
  )
}

type ColourProps = {
  label: string
  value: string | null
  standard: string
  noneLabel: string
  onChange: (colour: string | null) => void
}

/** A colour of its own, or none: then the brand's, or nothing. */
export function ColourField({ label, value, standard, noneLabel, onChange }: ColourProps) {
  return (
    <Field label={label}>
      {(id) => (
        <div className="flex h-8 items-center gap-x-2">
          <input
            id={id}
            type="color"
            className="border-ui-border-base size-8 shrink-0 cursor-pointer rounded-md border bg-transparent p-0.5"
            value={value ?? standard}
            onChange={(event) => onChange(event.target.value)}
          />
          <span className="txt-compact-small text-ui-fg-subtle tabular-nums">{value ?? noneLabel}</span>
          {value !== null && (
            <Button type="button" size="small" variant="transparent" onClick={() => onChange(null)}>
              {noneLabel}
            </Button>
          )}
        </div>
      )}
    </Field>
  )
}

type NumberProps = {
  label: string
  hint?: string
  value: number
  min: number
  max: number
  onChange: (value: number) => void
}

/** A slider with its figure: no value outside of what the mail bears. */
export function SliderField({ label, hint, value, min, max, onChange }: NumberProps) {
  return (
    <Field label={`${label}: ${value}`} hint={hint}>
      {(id) => (
        <input
          id={id}
          type="range"
          min={min}
          max={max}
          value={value}
          className="accent-ui-bg-interactive h-8 w-full"
          onChange={(event) => onChange(Number(event.target.value))}
        />
      )}
    </Field>
  )
}
