import { Button } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { Overview } from "../../parts/api/readiness"
import { PageHead } from "../../parts/page-head"
import { LoadingPage, WhenRead } from "../../parts/states"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import { DispatchFigures } from "../side/dispatch-figures"
import { DispatchesCard } from "./dispatches-card"
import { OutboxHealth } from "./outbox-health"
import { ReadinessCard } from "./readiness-card"
import { TasksAlert } from "./tasks-alert"

/** Where the owner lands: may anything go out, is it going out, and how did the last dispatches do. */
export default function OverviewPage() {
  const text = useText()
  const overview = useRead<Overview>("/overview", { refreshMs: 5_000 })
  return (
    <div className="flex flex-col gap-y-3">
      <PageHead
        title={text("menu.mailroom")}
        hint={text("overview.hint")}
        actions={
          <Button size="small" variant="secondary" asChild>
            <Link to="/mailroom/newsletters">{text("overview.toNewsletters")}</Link>
          </Button>
        }
      />
      <WhenRead read={overview} loading={<LoadingPage cards={3} />}>
        {(data) => (
          <>
            <TasksAlert />
            <ReadinessCard overview={data} />
            <OutboxHealth overview={data} />
            <DispatchFigures />
            <DispatchesCard dispatches={data.dispatches} />
          </>
        )}
      </WhenRead>
    </div>
  )
}
