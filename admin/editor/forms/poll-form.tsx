import { Hint, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { BlockOf } from "../../../src/core/templates/document"
import type { Poll } from "../../parts/api/polls"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { useBlock } from "./use-block"

/** Which poll; what it says is written on its own page, in all languages. */
export function PollForm({ block }: { block: BlockOf<"poll"> }) {
  const text = useText()
  const { set } = useBlock(block)
  const { data } = useRead<{ polls: Poll[] }>("/polls")
  const polls = data?.polls ?? []
  const chosen = polls.find(({ id }) => id === block.pollId)
  const offered = polls.filter((one) => !one.is_closed || one.id === block.pollId)
  return (
    <>
      <Field label={text("editor.block.poll")} hint={text("editor.poll.hint")}>
        {(id) => (
          <Choice
            id={id}
            size="small"
            value={block.pollId ?? ""}
            placeholder={text("editor.poll.choose")}
            options={offered.map(({ id: value, name }) => ({ value, label: name }))}
            onChange={(pollId) => set({ pollId })}
          />
        )}
      </Field>
      {data && polls.length === 0 && <Hint>{text("editor.poll.none")}</Hint>}
      {chosen && (
        <Text size="small" className="text-ui-fg-subtle">
          {chosen.question}
        </Text>
      )}
      <Text size="small">
        <Link className="text-ui-fg-interactive" to={chosen ? `/mailroom/polls/${chosen.id}` : "/mailroom/polls"}>
          {text(chosen ? "editor.poll.open" : "editor.poll.make")}
        </Link>
      </Text>
    </>
  )
}
