import { Plus, Trash } from "@medusajs/icons"
import { Button, IconButton, Input, Label } from "@medusajs/ui"
import { useId } from "react"
import { FEWEST_ANSWERS, MOST_ANSWERS } from "../../../src/core/polls/poll"
import type { PollInput } from "../../parts/api/polls"
import { useText } from "../../parts/use-text"

type Answers = PollInput["answers"]

/** Two to ten answers in the order in which readers see them. */
export function AnswerFields({ answers, onChange }: { answers: Answers; onChange: (answers: Answers) => void }) {
  const text = useText()
  const id = useId()
  const put = (index: number, words: string) =>
    onChange(answers.map((one, n) => (n === index ? { ...one, text: words } : one)))
  return (
    <fieldset className="flex flex-col gap-y-2">
      <legend className="txt-compact-small-plus mb-2">{text("polls.answers")}</legend>
      {answers.map((one, index) => (
        <div key={one.number ?? `new-${index}`} className="flex items-center gap-x-2">
          <Label htmlFor={`${id}${index}`} className="sr-only">
            {text("polls.answerNumber", { number: index + 1 })}
          </Label>
          <div className="flex-1">
            <Input
              id={`${id}${index}`}
              maxLength={150}
              placeholder={text("polls.answerNumber", { number: index + 1 })}
              value={one.text}
              onChange={(event) => put(index, event.target.value)}
            />
          </div>
          <IconButton
            type="button"
            variant="transparent"
            aria-label={text("polls.removeAnswer", { number: index + 1 })}
            disabled={answers.length <= FEWEST_ANSWERS}
            onClick={() => onChange(answers.filter((_, n) => n !== index))}
          >
            <Trash />
          </IconButton>
        </div>
      ))}
      <div>
        <Button
          type="button"
          size="small"
          variant="secondary"
          disabled={answers.length >= MOST_ANSWERS}
          onClick={() => onChange([...answers, { number: null, text: "" }])}
        >
          <Plus />
          {text("polls.addAnswer")}
        </Button>
      </div>
    </fieldset>
  )
}
