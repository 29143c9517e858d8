import { ExclamationCircle, Envelope } from "@medusajs/icons"
import { Button, Container, Heading, Skeleton, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { sentenceOf, statusOf } from "./error-sentence"
import { useText } from "./use-text"

/** Nothing here yet: says what will appear and what to do for it. */
export function EmptyState({ title, hint, action }: { title: string; hint: string; action?: ReactNode }) {
  return (
    <div className="flex flex-col items-center gap-y-3 px-6 py-12 text-center">
      <Envelope className="text-ui-fg-muted" />
      <div className="flex flex-col gap-y-1">
        <Text size="small" leading="compact" weight="plus">
          {title}
        </Text>
        <Text size="small" className="text-ui-fg-subtle max-w-md">
          {hint}
        </Text>
      </div>
      {action}
    </div>
  )
}

/** What could not be read, in the server's words, and a way to try again. */
export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const text = useText()
  const isForbidden = statusOf(error) === 403
  return (
    <div role="alert" className="flex flex-col items-center gap-y-3 px-6 py-12 text-center">
      <ExclamationCircle className="text-ui-fg-error" />
      <div className="flex flex-col gap-y-1">
        <Heading level="h3">{text(isForbidden ? "common.notAllowed" : "common.couldNotRead")}</Heading>
        <Text size="small" className="text-ui-fg-subtle max-w-md">
          {isForbidden ? text("common.notAllowedHint") : sentenceOf(error, text("common.somethingWentWrong"))}
        </Text>
      </div>
      {retry && !isForbidden && (
        <Button size="small" variant="secondary" onClick={retry}>
          {text("common.tryAgain")}
        </Button>
      )}
    </div>
  )
}

/** Grey lines where rows will be, so that the page does not jump. */
export function LoadingRows({ rows = 5 }: { rows?: number }) {
  return (
    <div className="divide-y" aria-busy="true">
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="flex items-center justify-between gap-x-6 px-6 py-4">
          <Skeleton className="h-4 w-1/3" />
          <Skeleton className="h-4 w-1/5" />
          <Skeleton className="h-4 w-1/6" />
        </div>
      ))}
    </div>
  )
}

export function LoadingPage({ cards = 2 }: { cards?: number }) {
  return (
    <div className="flex flex-col gap-y-3" aria-busy="true">
      {Array.from({ length: cards }, (_, index) => (
        <Container key={index} className="flex flex-col gap-y-3 px-6 py-6">
          <Skeleton className="h-6 w-1/4" />
          <Skeleton className="h-4 w-2/3" />
          <Skeleton className="h-4 w-1/2" />
        </Container>
      ))}
    </div>
  )
}

type ReadState<T> = { data: T | undefined; error: unknown; isPending: boolean; refetch: () => unknown }

/** Loading, refused or there: every card decides it the same way. */
export function WhenRead<T>({
  read,
  loading = <LoadingRows />,
  children,
}: {
  read: ReadState<T>
  loading?: ReactNode
  children: (data: T) => ReactNode
}) {
  if (read.data !== undefined) return <>{children(read.data)}</>
  if (read.error) return <ErrorState error={read.error} retry={() => void read.refetch()} />
  return <>{loading}</>
}
