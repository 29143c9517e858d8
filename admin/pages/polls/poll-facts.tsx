import { Copy } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { Poll, PollUse } from "../../parts/api/polls"
import { Row, Section } from "../../parts/section"
import { WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { PollState } from "./polls-page"

/** What the poll is like, where it stands, and how it gets into a text of one's own. */
export function PollFacts({ poll }: { poll: Poll }) {
  const text = useText()
  const format = useFormat()
  const languages = [poll.locale, ...Object.keys(poll.translations)].map((one) =>
    one ? format.language(one) : text("polls.shopLanguage"),
  )
  const tag = `{% poll "${poll.id}" %}`
  return (
    <Section title={text("polls.card")}>
      <Row label={text("polls.state")}>
        <PollState poll={poll} />
      </Row>
      <Row label={text("polls.choices")}>
        {poll.most_choices === 1 ? text("polls.oneChoice") : text("polls.upTo", { count: poll.most_choices })}
      </Row>
      <Row label={text("polls.showResult")}>{text(poll.is_result_shown ? "polls.yes" : "polls.no")}</Row>
      <Row label={text("polls.languages")}>{languages.join(", ")}</Row>
      <Row label={text("polls.usedIn")}>
        <Uses poll={poll} />
      </Row>
      <Row label={text("polls.inOwnText")}>
        <span className="flex items-center gap-x-2">
          <code className="txt-compact-xsmall font-mono break-all">{tag}</code>
          <Copy content={tag} />
        </span>
        <span className="txt-small text-ui-fg-subtle">{text("polls.inOwnTextHint")}</span>
      </Row>
    </Section>
  )
}

const PAGES: Record<PollUse["kind"], (id: string) => string> = {
  mailing: (id) => `/mailroom/newsletters/${id}`,
  template: (id) => `/mailroom/templates/${id.startsWith("mtpl_") ? id : `mtpl_${id}`}`,
  automation: (id) => `/mailroom/automations/${id}`,
  segment: (id) => `/mailroom/segments/${id}`,
}

function Uses({ poll }: { poll: Poll }) {
  const text = useText()
  const read = useRead<{ uses: PollUse[] }>(`/polls/${poll.id}/uses`)
  return (
    <WhenRead read={read} loading="…">
      {({ uses }) =>
        uses.length === 0 ? (
          text("polls.nowhere")
        ) : (
          <ul>
            {uses.map(({ kind, id, name }) => (
              <li key={`${kind}${id}`}>
                {text(`polls.use.${kind}`)}{" "}
                <Link to={PAGES[kind](id)} className="text-ui-fg-interactive">
                  {name ?? id}
                </Link>
              </li>
            ))}
          </ul>
        )
      }
    </WhenRead>
  )
}
