import { Container, Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

type Props = { title: ReactNode; hint?: ReactNode; actions?: ReactNode; children?: ReactNode; footer?: ReactNode }

/** One card with a heading, in the habit of Medusa's detail pages. */
export function Section({ title, hint, actions, children, footer }: Props) {
  return (
    <Container className="divide-y overflow-hidden p-0">
      <div className="flex flex-wrap items-start justify-between gap-4 px-6 py-4">
        <div className="flex min-w-0 flex-col gap-y-1">
          <Heading level="h2">{title}</Heading>
          {hint && (
            <Text as="div" size="small" className="text-ui-fg-subtle max-w-3xl">
              {hint}
            </Text>
          )}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
      {children}
      {footer && <div className="px-6 py-3">{footer}</div>}
    </Container>
  )
}

/** A line of a section: what it is on the left, its value on the right. */
export function Row({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="text-ui-fg-subtle grid grid-cols-1 items-start gap-x-4 gap-y-1 px-6 py-3 sm:grid-cols-[minmax(140px,1fr)_2fr]">
      <Text size="small" leading="compact" weight="plus">
        {label}
      </Text>
      <div className="txt-compact-small text-ui-fg-base min-w-0 break-words">{children}</div>
    </div>
  )
}
