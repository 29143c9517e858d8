import { Text } from "@medusajs/ui"
import { useState } from "react"
import type { Why } from "../../parts/api/consent"
import { Choice } from "../../parts/choice"
import { Section } from "../../parts/section"
import { LoadingRows, WhenRead } from "../../parts/states"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { useTopics } from "../../parts/use-topics"
import { useWhySentence } from "../../parts/why-sentence"

const MARKETING = "marketing"
const RECEIPT = "receipt"

/** What the gate would say of a mail to this person now: about a topic, about marketing at all, or of a receipt. */
export function ContactWhyCard({ contactId }: { contactId: string }) {
  const text = useText()
  const topics = useTopics()
  const sentenceOf = useWhySentence()
  const [about, setAbout] = useState(MARKETING)
  const query = about === MARKETING ? {} : about === RECEIPT ? { class: "tx" } : { topic_id: about }
  const read = useRead<{ why: Why }>(`/contacts/${contactId}/why`, { query })
  return (
    <Section title={text("why.title")} hint={text("why.hint")}>
      <div className="flex flex-col gap-y-3 px-6 py-4">
        <Choice
          size="small"
          label={text("why.about")}
          value={about}
          onChange={setAbout}
          options={[
            { value: MARKETING, label: text("why.marketing") },
            ...topics.map(({ id, name }) => ({ value: id, label: name })),
            { value: RECEIPT, label: text("why.receipts") },
          ]}
        />
        <WhenRead read={read} loading={<LoadingRows rows={1} />}>
          {({ why }) => (
            <Text size="small" role="status" data-why={why.verdict}>
              {sentenceOf(why)}
            </Text>
          )}
        </WhenRead>
      </div>
    </Section>
  )
}
