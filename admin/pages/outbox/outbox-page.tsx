import { useSearchParams } from "react-router-dom"
import { PageHead } from "../../parts/page-head"
import { useText } from "../../parts/use-text"
import { AskBox } from "./ask-box"
import { DoubtsCard } from "./doubts-card"
import { OutboxList } from "./outbox-list"

/** Every outgoing mail (F36), and the box for "I did not get it" (F64). */
export default function OutboxPage() {
  const text = useText()
  const [search, setSearch] = useSearchParams()
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead title={text("menu.outbox")} hint={text("outbox.hint")} />
      <AskBox />
      {search.get("status") === "in_doubt" && <DoubtsCard sourceId={search.get("source_id") ?? undefined} />}
      <OutboxList search={search} setSearch={setSearch} />
    </div>
  )
}
