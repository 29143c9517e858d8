import { Select } from "@medusajs/ui"

type Option = { value: string; label: string }
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

/** One of a few. Radix knows no empty value, so "no choice" is the placeholder. */
export function Choice({ id, label, value, options, placeholder, disabled, size, onChange }: Props) {
  return (
    <Select value={value} onValueChange={onChange} disabled={disabled} size={size}>
      <Select.Trigger id={id} aria-label={label}>
        <Select.Value placeholder={placeholder} />
      </Select.Trigger>
      <Select.Content>
        {options.map((option) => (
          <Select.Item key={option.value} value={option.value}>
            {option.label}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}
