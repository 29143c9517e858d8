import { Button, Container, Heading, Input, Text } from "@medusajs/ui"
import { useState, type FormEvent } from "react"
import type { Answer } from "../../parts/api/outbox"
import type { Query } from "../../parts/client"
import { LoadingRows, WhenRead } from "../../parts/states"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { AskAnswer } from "./ask-answer"

/** "I did not get it": asked by person or by order, answered also where no message exists. */
export function AskBox() {
  const text = useText()
  const [typed, setTyped] = useState("")
  const [asked, setAsked] = useState<Query | null>(null)

  function ask(event: FormEvent) {
    event.preventDefault()
    setAsked(questionFrom(typed))
  }

  return (
    <Container className="p-0">
      <form onSubmit={ask} className="flex flex-col gap-y-3 px-6 py-4">
        <div>
          <Heading level="h2">{text("ask.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {text("ask.hint")}
          </Text>
        </div>
        <div className="flex max-w-2xl gap-x-2">
          <div className="flex-1">
            <Input
              size="small"
              aria-label={text("ask.label")}
              placeholder={text("ask.placeholder")}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
          <Button size="small" variant="secondary" type="submit" disabled={!questionFrom(typed)}>
            {text("ask.button")}
          </Button>
          {asked && (
            <Button size="small" variant="transparent" type="button" onClick={() => setAsked(null)}>
              {text("common.close")}
            </Button>
          )}
        </div>
      </form>
      {asked && <Asked question={asked} />}
    </Container>
  )
}

function Asked({ question }: { question: Query }) {
  const answer = useRead<Answer>("/outbox/ask", { query: question })
  return (
    <div className="border-t" aria-live="polite">
      <WhenRead read={answer} loading={<LoadingRows rows={2} />}>
        {(data) => <AskAnswer answer={data} />}
      </WhenRead>
    </div>
  )
}

/** What has an @ is a person, everything else an order. */
function questionFrom(typed: string): Query | null {
  const wanted = typed.trim()
  if (!wanted) return null
  return wanted.includes("@") ? { email: wanted } : { order: wanted }
}
