import { Link } from "@react-email/link"
import type { PollWords } from "../../src/core/polls/poll-words"
import { v, When } from "../liquid"
import type { Look } from "../theme"
import { Box } from "./box"
import { Note, SmallTitle } from "./words"

/**
 * A poll's question, each answer a link of its own that only this reader's mail has. In the public archive, where nobody
 * in particular reads, it is left out.
 */
export function Poll({ look, poll }: { look: Look; poll: PollWords }) {
  const { colors, texts } = look
  return (
    <When is="isArchive" otherwise={<Question look={look} poll={poll} />}>
      <Note look={look} style={{ color: colors.faint }}>
        {texts.common.pollInMail}
      </Note>
    </When>
  )
}

function Question({ look, poll }: { look: Look; poll: PollWords }) {
  const { colors, texts } = look
  return (
    <Box
      className="mr-soft"
      outer={{ margin: "8px 0 24px", backgroundColor: colors.soft, borderRadius: 12, borderCollapse: "separate" }}
      inner={{ padding: "20px 20px 12px" }}
    >
      <SmallTitle look={look} style={{ margin: "0 0 14px", fontSize: 18, lineHeight: "24px" }}>
        {poll.question}
      </SmallTitle>
      {poll.answers.map(({ number, text }) => (
        <Answer key={number} look={look} href={v(`"${poll.id}"`, `poll_url: ${number}`)} label={text} />
      ))}
      {poll.mostChoices > 1 ? (
        <Note look={look} style={{ margin: "10px 0 8px" }}>
          {texts.common.pollSeveral}
        </Note>
      ) : null}
    </Box>
  )
}

/** Half of the room around the words stands in the cell: Outlook knows no padding of a link. */
function Answer({ look: { colors }, href, label }: { look: Look; href: string; label: string }) {
  return (
    <Box
      className="mr-card mr-line"
      outer={{
        margin: "0 0 8px",
        backgroundColor: colors.card,
        border: `1px solid ${colors.line}`,
        borderRadius: 8,
        borderCollapse: "separate",
      }}
      inner={{ padding: "4px 6px" }}
    >
      <Link
        href={href}
        data-no-track=""
        className="mr-ink"
        style={{
          display: "block",
          padding: "9px 10px",
          fontSize: 16,
          lineHeight: "22px",
          fontWeight: 600,
          color: colors.ink,
          textDecoration: "none",
        }}
      >
        {label}
      </Link>
    </Box>
  )
}
