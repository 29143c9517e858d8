import { ArrowDownTray } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useNavigate } from "react-router-dom"
import type { Poll, PollPerson } from "../../parts/api/polls"
import { Choice } from "../../parts/choice"
import { downloadUrl } from "../../parts/client"
import { PagedTable, type Column } from "../../parts/paged-table"
import { Section } from "../../parts/section"
import { EmptyState, WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { usePages } from "../../parts/use-pages"
import { useText } from "../../parts/use-text"

const ANY = "any"

/** Who answered, the latest first; all of it as CSV. */
export function PollPeople({ poll }: { poll: Poll }) {
  const text = useText()
  const navigate = useNavigate()
  const [answer, setAnswer] = useState(ANY)
  const filter = { answer: answer === ANY ? undefined : answer }
  const { cursor, pages } = usePages(answer)
  const read = useRead<{ people: PollPerson[]; next_cursor: string | null }>(`/polls/${poll.id}/people`, {
    query: { ...filter, cursor, limit: 25 },
  })
  const columns = useColumns(poll)
  return (
    <Section
      title={text("polls.who")}
      actions={
        <>
          <div className="w-56">
            <Choice
              size="small"
              label={text("polls.answers")}
              value={answer}
              options={[
                { value: ANY, label: text("polls.anyAnswer") },
                ...poll.answers.map(({ number, text: said }) => ({ value: String(number), label: said })),
              ]}
              onChange={setAnswer}
            />
          </div>
          <Button size="small" variant="secondary" asChild>
            <a href={downloadUrl(`/polls/${poll.id}/people.csv`, filter)} download>
              <ArrowDownTray />
              CSV
            </a>
          </Button>
        </>
      }
    >
      <WhenRead read={read}>
        {({ people, next_cursor }) =>
          people.length === 0 ? (
            <EmptyState title={text("polls.nobody")} hint={text("polls.nobodyHint")} />
          ) : (
            <PagedTable
              rows={people}
              keyOf={(one) => one.contact_id}
              onRow={(one) => navigate(`/mailroom/contacts/${one.contact_id}`)}
              columns={columns}
              pages={pages(next_cursor)}
              isStale={read.isPlaceholderData}
            />
          )
        }
      </WhenRead>
    </Section>
  )
}

function useColumns(poll: Poll): Column<PollPerson>[] {
  const text = useText()
  const format = useFormat()
  const saidBy = ({ answers }: PollPerson) =>
    poll.answers
      .filter(({ number }) => answers.includes(number))
      .map((one) => one.text)
      .join(", ")
  return [
    {
      key: "email",
      head: text("polls.address"),
      width: "max-w-[260px] truncate",
      cell: ({ email }) => <span className="text-ui-fg-base">{email ?? "–"}</span>,
    },
    {
      key: "name",
      head: text("polls.person"),
      cell: ({ first_name, last_name }) => [first_name, last_name].filter(Boolean).join(" ") || "–",
    },
    {
      key: "answer",
      head: text("polls.answer"),
      width: "max-w-[320px] truncate",
      cell: (one) => <span title={saidBy(one)}>{saidBy(one)}</span>,
    },
    {
      key: "at",
      head: text("polls.when"),
      cell: (one) => `${format.ago(one.answered_at)}${one.turns > 1 ? ` · ${text("polls.changed")}` : ""}`,
    },
  ]
}
