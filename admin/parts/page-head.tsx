import { ArrowLeftMini } from "@medusajs/icons"
import { Container, Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Link } from "react-router-dom"

type Props = { title: ReactNode; hint?: ReactNode; actions?: ReactNode; back?: { to: string; label: string } }

/** The first card of a page: its name, one sentence what it is for, and what can be done here. */
export function PageHead({ title, hint, actions, back }: Props) {
  return (
    <Container className="px-6 py-4">
      {back && (
        <Link
          to={back.to}
          className="text-ui-fg-subtle hover:text-ui-fg-base txt-compact-small mb-2 inline-flex items-center gap-x-1"
        >
          <ArrowLeftMini />
          {back.label}
        </Link>
      )}
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="flex min-w-0 flex-col gap-y-1">
          <Heading level="h1" className="break-words">
            {title}
          </Heading>
          {hint && (
            <Text as="div" size="small" className="text-ui-fg-subtle max-w-3xl">
              {hint}
            </Text>
          )}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </Container>
  )
}
