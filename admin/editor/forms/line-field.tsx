import { Input } from "@medusajs/ui"
import { useRef, type ReactNode } from "react"
import { Field } from "../../parts/field"
import { useText } from "../../parts/use-text"
import { TagPicker } from "../tag-picker"

type Props = {
  label: string
  value: string
  hint?: ReactNode
  isOptional?: boolean
  placeholder?: string
  /** Only addresses can be put into an address. */
  tagTypes?: string[]
  onChange: (value: string) => void
}

/** One line of text; the picker puts a variable where the cursor is. */
export function LineField({ label, value, hint, isOptional, placeholder, tagTypes, onChange }: Props) {
  const text = useText()
  const input = useRef<HTMLInputElement>(null)

  function insert(tag: string) {
    const at = input.current?.selectionStart ?? value.length
    const end = input.current?.selectionEnd ?? at
    onChange(`${value.slice(0, at)}{{ ${tag} }}${value.slice(end)}`)
    // After the menu has given the focus back to its button.
    setTimeout(() => input.current?.focus(), 0)
  }

  return (
    <Field label={label} hint={hint} optional={isOptional ? text("common.optional") : undefined}>
      {(id) => (
        <div className="flex items-center gap-x-1">
          <div className="min-w-0 flex-1">
            <Input
              id={id}
              ref={input}
              value={value}
              placeholder={placeholder}
              onChange={(event) => onChange(event.target.value)}
            />
          </div>
          <TagPicker onPick={insert} types={tagTypes} />
        </div>
      )}
    </Field>
  )
}

/** Where something leads: an address, or a variable that is one. */
export function AddressField(props: Omit<Props, "tagTypes">) {
  return <LineField placeholder="https://" {...props} tagTypes={["url"]} />
}
