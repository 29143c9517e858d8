import { Select } from "@medusajs/ui"
import { Fragment } from "react"

type Option = {
  value: string
  label: string
  /** Under this heading; options of one heading stand together. */ group?: string
}
type Props = {
  id?: string
  label?: string
  value: string
  options: Option[]
  placeholder?: string
  disabled?: boolean
  size?: "base" | "small"
  onChange: (value: string) => void
}

/** One of a few, or of many under headings. Radix knows no empty value, so "no choice" is the placeholder. */
export function Choice({ id, label, value, options, placeholder, disabled, size, onChange }: Props) {
  const groups = [...new Set(options.map(({ group }) => group))]
  return (
    <Select value={value} onValueChange={onChange} disabled={disabled} size={size}>
      <Select.Trigger id={id} aria-label={label} className="[&>span]:truncate [&>span]:text-left">
        <Select.Value placeholder={placeholder} />
      </Select.Trigger>
      <Select.Content className="max-h-80">
        {groups.map((group) => {
          const items = options
            .filter((option) => option.group === group)
            .map((option) => (
              <Select.Item key={option.value} value={option.value}>
                {option.label}
              </Select.Item>
            ))
          if (group === undefined) return <Fragment key="">{items}</Fragment>
          return (
            <Select.Group key={group}>
              <Select.Label>{group}</Select.Label>
              {items}
            </Select.Group>
          )
        })}
      </Select.Content>
    </Select>
  )
}
