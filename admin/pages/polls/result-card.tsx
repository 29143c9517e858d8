import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { PollResult, PollWithResult } from "../../parts/api/polls"
import { ProgressBar } from "../../parts/progress-bar"
import { Row, Section } from "../../parts/section"
import { useFormat } from "../../parts/use-format"
import { useText } from "../../parts/use-text"

type Props = { title: string; hint?: string; result: PollResult; sources?: PollWithResult["result"]["sources"] }

/** How many chose what, and by which mails. */
export function ResultCard({ title, hint, result, sources = [] }: Props) {
  const text = useText()
  const format = useFormat()
  return (
    <Section title={title} hint={hint ?? text("polls.answered", { count: result.people })}>
      <ul className="flex flex-col gap-y-4 px-6 py-4">
        {result.answers.map(({ number, text: said, people, share }) => (
          <li key={number} className="flex flex-col gap-y-1.5">
            <div className="flex items-baseline justify-between gap-x-4">
              <Text size="small" className="min-w-0 break-words">
                {said}
              </Text>
              <Text size="small" className="text-ui-fg-subtle shrink-0">
                {format.number(people)} · {share === null ? "–" : format.percent(share)}
              </Text>
            </div>
            <ProgressBar label={said} share={share ?? 0} />
          </li>
        ))}
      </ul>
      {sources.length > 0 && (
        <Row label={text("polls.byMails")}>
          <ul>
            {sources.map(({ source_id: id, name, people }) => (
              <li key={id ?? "letters"}>
                {id ? (
                  <Link to={`/mailroom/reports/${id}`} className="text-ui-fg-interactive">
                    {name ?? id}
                  </Link>
                ) : (
                  text("polls.letters")
                )}
                : {format.number(people)}
              </li>
            ))}
          </ul>
        </Row>
      )}
    </Section>
  )
}
